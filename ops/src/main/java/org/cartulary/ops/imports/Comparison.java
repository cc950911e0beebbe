package org.cartulary.ops.imports;

import java.util.List;

/** What the files say beside what the ledger says. */
public interface Comparison {

    /** For the user to read. */
    String table();

    /** Each difference, as a sentence. */
    List<String> differences();

    default boolean holds() {
        return differences().isEmpty();
    }
}
