package org.cartulary.command.kernel;

/**
 * A command that posts in several steps was refused after the first of them: the unit of work is undone, and then nothing but
 * the refusal is recorded.
 */
final class RefusedHalfway extends RuntimeException {

    private final transient CommandRejected refusal;

    RefusedHalfway(CommandRejected refusal) {
        super(refusal.getMessage(), null, false, false);
        this.refusal = refusal;
    }

    CommandRejected refusal() {
        return refusal;
    }

    /** The only member of its batch, of which only the refusal is left. */
    BatchRefused asBatch() {
        return new BatchRefused(0, refusal);
    }
}
