package org.cartulary.command.kernel;

/** One member of an atomic batch was refused, and so all are. */
final class BatchRefused extends RuntimeException {

    private final transient CommandRejected cause;
    private final int member;

    BatchRefused(int member, CommandRejected cause) {
        super(cause.getMessage(), null, false, false);
        this.member = member;
        this.cause = cause;
    }

    /** The refusal that a member is answered with: its own, or that of the batch. */
    CommandRejected of(int other) {
        return other == member
                ? cause
                : new CommandRejected(
                        LedgerRejection.BATCH_REFUSED,
                        "item " + member + " was refused: " + cause.rejection().name());
    }
}
