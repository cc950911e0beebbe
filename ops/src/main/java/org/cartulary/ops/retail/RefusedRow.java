package org.cartulary.ops.retail;

import java.util.List;

/** A row that is not in the ledger, and why. */
record RefusedRow(long line, List<String> fields, String reason) {

    static RefusedRow of(Row row, String reason) {
        return new RefusedRow(row.line(), row.fields(), reason);
    }
}
