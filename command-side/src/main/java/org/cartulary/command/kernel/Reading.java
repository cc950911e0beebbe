package org.cartulary.command.kernel;

import java.util.function.Supplier;
import org.cartulary.command.engine.LedgerUnavailable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that does not answer from a defect: the first passes, and the caller may come back. */
public final class Reading {

    private Reading() {}

    /** @throws LedgerUnavailable if the database does not answer */
    public static <T> T of(Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException failure) {
            throw failure(failure);
        }
    }

    /** What the caller hears of a failure: others may have wrapped its cause. */
    static RuntimeException failure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (isOfTheConnection(cause)) return LedgerUnavailable.notRead(cause);
        return failure;
    }

    private static boolean isOfTheConnection(Throwable failure) {
        return failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException;
    }
}
