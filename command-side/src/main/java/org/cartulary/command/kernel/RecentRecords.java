package org.cartulary.command.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * The commands that this node has answered lately. Most that are sent again are among them, and are looked up before they are
 * decided anew, which would else be found by the append alone, and undo what was decided on top of them meanwhile.
 */
final class RecentRecords {

    private static final int MOST = 100_000;

    private final Cache<String, Boolean> records =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    void add(List<String> answered) {
        answered.forEach(record -> records.put(record, true));
    }

    boolean mayHold(List<String> sent) {
        return sent.stream().anyMatch(record -> records.getIfPresent(record) != null);
    }
}
