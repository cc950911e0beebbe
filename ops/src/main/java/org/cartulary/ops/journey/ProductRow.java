package org.cartulary.ops.journey;

import java.util.List;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.ops.imports.FileRow;

/**
 * One product of the assortment, of which every field but the id may be empty.
 *
 * @param id under which baskets name it
 */
record ProductRow(long line, String id, String category, String type, String size, List<String> fields)
        implements FileRow {

    static final List<String> HEADING = List.of(
            "product_id", "manufacturer_id", "department", "brand", "product_category", "product_type", "package_size");

    /** @throws IllegalArgumentException if the row makes no sense; its message is the reason */
    static ProductRow parse(long line, List<String> fields) {
        if (fields.size() != HEADING.size())
            throw new IllegalArgumentException("a row has 7 fields, this one has " + fields.size());
        return new ProductRow(
                line,
                fields.get(0),
                fields.get(4).strip(),
                fields.get(5).strip(),
                fields.get(6).strip(),
                fields);
    }

    /** Of a product that only baskets know. */
    static ProductRow unknown(String id) {
        return new ProductRow(0, id, "", "", "", List.of());
    }

    /** Its kind and the size of its package. */
    String name() {
        var kind = type.isEmpty() ? category : type;
        if (kind.isEmpty()) kind = "Product " + id;
        return size.isEmpty() ? kind : kind + ", " + size;
    }

    /** Of about three hundred, written with what an id may hold; absent where the file names none. */
    CategoryId categoryId() {
        var id = category.replace("&", "AND")
                .replaceAll("[/:]", "-")
                .replaceAll("[^A-Za-z0-9._ -]", "")
                .replaceAll(" +", " ")
                .strip();
        return id.isEmpty() ? null : CategoryId.of(id);
    }

    boolean isGasoline() {
        return type.startsWith("GASOLINE");
    }
}
