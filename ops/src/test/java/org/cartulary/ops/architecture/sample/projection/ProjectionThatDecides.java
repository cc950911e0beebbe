package org.cartulary.ops.architecture.sample.projection;

import org.cartulary.ops.architecture.sample.command.SomeDecision;

/** Breaks: projections know events only. */
public record ProjectionThatDecides(SomeDecision decision) {}
