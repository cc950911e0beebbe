package org.cartulary.ops.imports;

import java.util.List;

/** A row that is not in the ledger, and why. */
public record RefusedRow(long line, List<String> fields, String reason) {

    public static RefusedRow of(FileRow row, String reason) {
        return new RefusedRow(row.line(), row.fields(), reason);
    }
}
