package org.cartulary.ops.sample;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;

/** The fifty products of the made-up shop: a potter's ten shapes in five glazes. */
final class Catalog {

    /** @param cents the shelf price in cents, tax included */
    record Product(Sku sku, String name, CategoryId category, Gtin gtin, long cents) {}

    private static final List<String> SHAPES = List.of(
            "Teapot", "Cup", "Saucer", "Bowl", "Plate", "Platter", "Jug", "Vase", "Butter dish", "Candle holder");
    private static final List<String> GLAZES = List.of("Blue", "Sand", "Moss", "Chalk", "Rust");
    private static final long[] CENTS = {3_450, 1_190, 690, 1_490, 1_650, 3_900, 2_790, 3_250, 1_990, 1_250};

    private Catalog() {}

    static List<Product> products() {
        var products = new ArrayList<Product>();
        for (int shape = 0; shape < SHAPES.size(); shape++)
            for (int glaze = 0; glaze < GLAZES.size(); glaze++) products.add(product(shape, glaze));
        return products;
    }

    private static Product product(int shape, int glaze) {
        var name = SHAPES.get(shape) + ", " + GLAZES.get(glaze).toLowerCase();
        var sku = SHAPES.get(shape).toUpperCase().replace(' ', '-') + "-"
                + GLAZES.get(glaze).toUpperCase();
        return new Product(Sku.of(sku), name, category(shape), gtin(shape * GLAZES.size() + glaze), CENTS[shape]);
    }

    private static CategoryId category(int shape) {
        return CategoryId.of(SHAPES.get(shape).toUpperCase());
    }

    /** Of the range that GS1 keeps for numbers that never leave a company (prefix 04), so that it names no real item. */
    private static Gtin gtin(int number) {
        var digits = "04%010d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return Gtin.of(digits + (10 - sum % 10) % 10);
    }
}
