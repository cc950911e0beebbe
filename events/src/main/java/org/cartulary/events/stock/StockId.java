package org.cartulary.events.stock;

import java.util.Comparator;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;

/** One SKU at one location: the shelf on which the stock rules are decided. */
public record StockId(LocationId location, Sku sku) implements Comparable<StockId> {

    private static final Comparator<StockId> BY_STREAM =
            Comparator.comparing(StockId::location).thenComparing(StockId::sku);

    public StockId {
        Shape.present(location, "stock.location");
        Shape.present(sku, "stock.sku");
    }

    @Override
    public int compareTo(StockId other) {
        return BY_STREAM.compare(this, other);
    }

    /** The name of the event stream. */
    @Override
    public String toString() {
        return "stock/" + location + "/" + sku;
    }
}
