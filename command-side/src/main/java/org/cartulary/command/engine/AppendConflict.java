package org.cartulary.command.engine;

import org.axonframework.modelling.command.ConcurrencyException;

/** A posting was decided on a state that is no longer, or never was, the last one. Nothing of it is stored: decide again. */
public final class AppendConflict extends ConcurrencyException {

    private static final String UNDERMINED = "of a posting that has failed";

    private final String stream;

    AppendConflict(String stream) {
        super("the stream " + stream + " does not end where this posting begins");
        this.stream = stream;
    }

    /** Something was taken for granted that is not so: it is to be decided again, with a look at what there is. */
    public static AppendConflict of(String stream) {
        return new AppendConflict(stream);
    }

    /** Another posting, on which this one was decided, has failed. */
    static AppendConflict undermined() {
        return new AppendConflict(UNDERMINED);
    }

    /** Whether nothing is known against the posting itself. */
    public boolean isUndermined() {
        return stream.equals(UNDERMINED);
    }

    /** The first of the posting's streams, by name, that has gone on, or has not come so far. */
    public String stream() {
        return stream;
    }

    /** An ordinary answer under load: nobody reads where it came from. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
