package org.cartulary.ops.architecture.sample.query;

import org.cartulary.ops.architecture.sample.command.SomeDecision;

/** Breaks: the query side sees tables, and no code that decides or writes them. */
public record QueryThatDecides(SomeDecision decision) {}
