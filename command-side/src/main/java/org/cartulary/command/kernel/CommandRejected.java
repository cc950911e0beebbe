package org.cartulary.command.kernel;

/** A rule said no. It is an answer, not a failure: it carries a stable code, and costs no stack trace. */
public final class CommandRejected extends RuntimeException {

    private final transient Rejection rejection;

    public CommandRejected(Rejection rejection, String detail) {
        super(detail, null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    /** @throws CommandRejected where the rule does not hold */
    public static void require(boolean holds, Rejection otherwise, String detail) {
        if (!holds) throw new CommandRejected(otherwise, detail);
    }
}
