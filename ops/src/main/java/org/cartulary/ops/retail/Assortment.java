package org.cartulary.ops.retail;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.cartulary.events.kernel.Sku;

/**
 * The products of the file with their names: the first description of a row with a price, since those of free rows are
 * remarks about stock ("check", "?"); else the first one at all; else the stock code.
 */
final class Assortment {

    private record Name(String text, boolean priced) {}

    private final SortedMap<Sku, Name> names = new TreeMap<>();

    void see(Row row) {
        if (row.kind() == Row.Kind.ADJUSTMENT) return;
        var name = new Name(row.description(), row.price().signum() > 0);
        names.merge(row.sku(), name, (known, other) -> isBetter(other, known) ? other : known);
    }

    private static boolean isBetter(Name other, Name known) {
        if (other.text().isEmpty()) return false;
        return known.text().isEmpty() || other.priced() && !known.priced();
    }

    void forEach(BiConsumer<Sku, String> product) {
        names.forEach((sku, name) -> product.accept(sku, name.text().isEmpty() ? sku.value() : name.text()));
    }

    int size() {
        return names.size();
    }
}
