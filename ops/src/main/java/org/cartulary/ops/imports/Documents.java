package org.cartulary.ops.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gathers rows into documents, such as invoices. Rows of one document need not stand together: it is complete with the last
 * of the rows that were counted beforehand, and only those that are not yet complete are kept.
 */
public final class Documents<R extends FileRow> implements Consumer<R> {

    private final Function<R, String> number;
    private final Map<String, Integer> rowsOf;
    private final BiConsumer<String, List<R>> complete;
    private final Map<String, List<R>> open = new HashMap<>();

    /**
     * @param number of the document that a row belongs to
     * @param rowsOf how many rows each document has
     */
    public Documents(Function<R, String> number, Map<String, Integer> rowsOf, BiConsumer<String, List<R>> complete) {
        this.number = number;
        this.rowsOf = rowsOf;
        this.complete = complete;
    }

    @Override
    public void accept(R row) {
        var document = number.apply(row);
        var rows = open.computeIfAbsent(document, none -> new ArrayList<>());
        rows.add(row);
        if (rows.size() < rowsOf.getOrDefault(document, 0)) return;
        open.remove(document);
        complete.accept(document, List.copyOf(rows));
    }
}
