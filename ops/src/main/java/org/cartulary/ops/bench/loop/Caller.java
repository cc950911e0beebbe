package org.cartulary.ops.bench.loop;

/** One who calls again and again, with what he needs for himself, such as a connection. Used by one thread at a time. */
@FunctionalInterface
public interface Caller extends AutoCloseable {

    /** Returns when the answer is there. @throws RuntimeException if it is not the one that was wanted */
    void call();

    @Override
    default void close() {}
}
