package org.cartulary.command.engine;

/**
 * What a posting has to do with one stream.
 *
 * @param base the state that it was decided on; null where only the sequence is known, as of a stream that must not exist yet
 * @param before the last sequence that was there when it was decided; -1 for none
 * @param after the last sequence once the posting is stored; the same where it only reads
 * @param state what is to be remembered afterwards; null for nothing
 * @param weight of that state
 */
public record Touch(String stream, Remembered base, long before, long after, Object state, int weight) {

    /** The posting stands on this stream ending there, and writes nothing to it. */
    public static Touch read(String stream, Remembered base) {
        return new Touch(stream, base, base.sequence(), base.sequence(), null, 0);
    }

    /** The stream has no event before this posting, which brings those up to a sequence; -1 where it brings none. */
    public static Touch unbegun(String stream, long after) {
        return new Touch(stream, null, -1, after, null, 0);
    }

    public static Touch written(String stream, Remembered base, long after, Object state, int weight) {
        return new Touch(stream, base, base.sequence(), after, state, weight);
    }

    boolean writes() {
        return after > before;
    }

    /** Whether the posting brings the first event of the stream. */
    boolean begins() {
        return before < 0 && after >= 0;
    }
}
