package org.cartulary.ops.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.ops.imports.CsvFile;

/** The products that baskets hold, and how each is counted. The rest of the file of products is left alone. */
final class Assortment {

    /** No basket has so many packages of anything; gasoline comes in thousandths of a gallon, from 1,000 or so upwards. */
    private static final long MOST_PACKAGES = 100;

    private static final String GALLON = "GLL";

    /** The largest quantity of each product in any basket. */
    private final Map<String, Long> most = new HashMap<>();

    private final SortedMap<String, ProductRow> products = new TreeMap<>();

    void see(BasketRow row) {
        if (row.isOfGoods()) most.merge(row.product(), row.quantity(), Math::max);
    }

    /** When all baskets have been seen. */
    void describe(CsvFile file) {
        most.keySet().forEach(id -> products.put(id, ProductRow.unknown(id)));
        file.read(ProductRow::parse, product -> products.replace(product.id(), product), broken -> {});
    }

    /** What a basket holds of a product; one where the file says nothing though there is money. */
    Quantity quantity(BasketRow row) {
        if (row.quantity() == 0) return Quantity.of(1);
        return isInGallons(row.product()) ? new Quantity(row.quantity()) : Quantity.of(row.quantity());
    }

    /** Some pumps tell gallons in all their rows, others count each filling as one. */
    private boolean isInGallons(String id) {
        return products.get(id).isGasoline() && most.get(id) > MOST_PACKAGES;
    }

    void registrations(Instant opens, Consumer<RegisterProduct> registration) {
        products.forEach((id, product) -> {
            boolean gallons = isInGallons(id);
            registration.accept(new RegisterProduct(
                    Sku.of(id),
                    product.name(),
                    null,
                    gallons ? GALLON : null,
                    gallons ? 3 : 0,
                    List.of(),
                    product.categoryId(),
                    opens));
        });
    }
}
