package org.cartulary.projection.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a projection stands.
 *
 * @param position of the last event that its tables hold
 * @param head position of the ledger's last event
 * @param lag events that the tables do not hold yet
 * @param eventsPerSecond over the last ten seconds, of the rebuild while there is one
 * @param error why it does not go on, or why its last rebuild did not end; absent where all is well
 * @param rebuild absent where none is running
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionStatus(
        String name,
        State state,
        long position,
        long head,
        long lag,
        long eventsPerSecond,
        String error,
        RebuildStatus rebuild) {

    public enum State {
        RUNNING,
        /** New tables are being filled beside those that are read. */
        REBUILDING,
        /** An event or the database is in the way; it is tried again. The other projections go on. */
        FAILED
    }

    /**
     * How far a rebuild is.
     *
     * @param position of the last event that the new tables hold
     * @param secondsLeft at the rate of the last ten seconds, without the making of indexes; absent while there is no rate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RebuildStatus(long position, long head, Long secondsLeft) {

        /** Rounded up, so that 0 means that the last event is in. */
        static RebuildStatus at(long position, long head, long eventsPerSecond) {
            long left = Math.max(0, head - position);
            if (left > 0 && eventsPerSecond == 0) return new RebuildStatus(position, head, null);
            return new RebuildStatus(position, head, left == 0 ? 0 : Math.ceilDiv(left, eventsPerSecond));
        }
    }
}
