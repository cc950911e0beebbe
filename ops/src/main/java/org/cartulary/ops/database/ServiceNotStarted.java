package org.cartulary.ops.database;

/** The service refuses to start, for a reason that its user can mend. It is told as two sentences, without a stack trace. */
public final class ServiceNotStarted extends RuntimeException {
    private final String remedy;

    /**
     * @param reason what is wrong, as a full sentence
     * @param remedy what to do about it, as a full sentence
     */
    public ServiceNotStarted(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
