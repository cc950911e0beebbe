package org.cartulary.ops.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What all workers know of: each of them may ask for what another has begun. */
final class Pool<T> {

    /** Workers meet at what is new. */
    private static final int RECENT = 300;

    private final List<T> known = new ArrayList<>();

    synchronized void add(T one) {
        known.add(one);
    }

    /** A recent one; null where there is none. */
    synchronized T pick(Random random) {
        if (known.isEmpty()) return null;
        int from = Math.max(0, known.size() - RECENT);
        return known.get(from + random.nextInt(known.size() - from));
    }
}
