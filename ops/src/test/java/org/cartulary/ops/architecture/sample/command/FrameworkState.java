package org.cartulary.ops.architecture.sample.command;

import org.axonframework.modelling.command.AggregateLifecycle;

/** Breaks: states are free of Axon and Spring. */
public record FrameworkState() {
    public FrameworkState decide(Object event) {
        AggregateLifecycle.apply(event);
        return this;
    }
}
