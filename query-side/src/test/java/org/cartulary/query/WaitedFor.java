package org.cartulary.query;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cartulary.query.kernel.WaitingReads;

/** Remembers what reads have waited for. */
public final class WaitedFor implements WaitingReads {

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @Override
    public void waitFor(String projection, long position) {
        said.add(projection + " " + position);
    }

    public boolean holds(String projection, long position) {
        return said.contains(projection + " " + position);
    }
}
