package org.cartulary.ops.architecture.sample.events;

import org.cartulary.ops.architecture.sample.command.SomeDecision;

/** Breaks: events knows no sibling. */
public record FactThatKnowsADecision(SomeDecision why) {}
