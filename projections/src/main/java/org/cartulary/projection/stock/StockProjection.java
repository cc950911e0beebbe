package org.cartulary.projection.stock;

import java.util.List;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Levels, safety stock, holds and movements of every shelf. */
public final class StockProjection implements Projection {

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("stock.");
    }

    /** Every row belongs to one shelf. */
    @Override
    public Object segment(Recorded recorded) {
        return ((StockEvent) recorded.fact()).stock();
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var stock = StockBatch.read(batch, tables);
        batch.forEach(stock::apply);
        stock.write(tables);
    }
}
