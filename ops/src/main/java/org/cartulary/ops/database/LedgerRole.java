package org.cartulary.ops.database;

/** The database roles that the service works in, one for each part: each may do what its part needs, and nothing else. */
enum LedgerRole {
    /** Appends to the ledger, and can't change or delete what is stored. */
    COMMANDS("set role cartulary_service"),
    /** Makes and writes the read tables, and reads the events. */
    PROJECTIONS("set role cartulary_projection"),
    /** Reads the read tables and the events. */
    READS("set role cartulary_reader");

    private final String taken;

    LedgerRole(String taken) {
        this.taken = taken;
    }

    /** The statement that a connection of this role begins with. */
    String taken() {
        return taken;
    }
}
