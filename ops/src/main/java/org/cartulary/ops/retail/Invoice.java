package org.cartulary.ops.retail;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** All rows of one invoice number, in the file's order. */
record Invoice(String number, List<Row> rows) {

    /** Of its first row: 43 invoices of the file carry two times. */
    LocalDateTime at() {
        return rows.getFirst().at();
    }

    Row first() {
        return rows.getFirst();
    }

    List<Row> of(Row.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).collect(Collectors.toUnmodifiableList());
    }
}
