package org.cartulary.ops.retail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers rows into invoices. Rows of one invoice need not stand together: an invoice is complete with the last of the
 * rows that were counted beforehand, and only those that are not yet complete are kept.
 */
final class Invoices implements Consumer<Row> {

    private final Map<String, Integer> rowsOf;
    private final Consumer<Invoice> complete;
    private final Map<String, List<Row>> open = new HashMap<>();

    /** @param rowsOf how many rows each invoice has */
    Invoices(Map<String, Integer> rowsOf, Consumer<Invoice> complete) {
        this.rowsOf = rowsOf;
        this.complete = complete;
    }

    @Override
    public void accept(Row row) {
        var rows = open.computeIfAbsent(row.invoice(), none -> new ArrayList<>());
        rows.add(row);
        if (rows.size() < rowsOf.getOrDefault(row.invoice(), 0)) return;
        open.remove(row.invoice());
        complete.accept(new Invoice(row.invoice(), List.copyOf(rows)));
    }
}
