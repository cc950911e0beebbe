package org.cartulary.ops.architecture.sample.ops;

import java.util.logging.Logger;

/** Breaks: logs go through SLF4J. */
public final class WordyLog {
    public void log() {
        Logger.getAnonymousLogger().info("Nobody configured this.");
    }
}
