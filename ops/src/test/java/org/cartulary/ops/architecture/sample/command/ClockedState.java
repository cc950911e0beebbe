package org.cartulary.ops.architecture.sample.command;

import java.time.Instant;

/** Breaks: states read no clock. */
public record ClockedState(Instant expiry) {
    public boolean isExpired() {
        return Instant.now().isAfter(expiry);
    }
}
