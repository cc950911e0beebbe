package org.cartulary.projection.kernel;

/** The tables are not those that this code writes; only a rebuild helps. */
final class TablesDifferException extends RuntimeException {

    private TablesDifferException(String message) {
        super(message);
    }

    static TablesDifferException of(Projection projection, int made) {
        return new TablesDifferException("the tables of " + projection.name() + " are of revision " + made
                + ", this version writes revision " + projection.revision() + ": rebuild the projection");
    }

    static TablesDifferException missing(Projection projection) {
        return new TablesDifferException("the progress of " + projection.name()
                + " is missing: restart the service, which makes its tables anew");
    }

    static TablesDifferException ahead(Projection projection, long position, long head) {
        return new TablesDifferException("the ledger ends at position " + head + ", but " + projection.name()
                + " holds events up to " + position
                + ": the ledger was restored from an older backup; rebuild the projection");
    }
}
