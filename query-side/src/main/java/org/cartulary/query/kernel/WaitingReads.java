package org.cartulary.query.kernel;

/** Hears what reads wait for. Where projections follow in the same process, that is their sign to gather no more events. */
@FunctionalInterface
public interface WaitingReads {

    /** Said again and again, as long as a read waits. */
    void waitFor(String projection, long position);
}
