package org.cartulary.ops.architecture.sample.command;

import java.util.UUID;

/** Breaks: states draw nothing at random. */
public record RandomState(UUID id) {
    public RandomState next() {
        return new RandomState(UUID.randomUUID());
    }
}
