package org.cartulary.ops.architecture.sample.command;

/** What others must not know. */
public final class SomeDecision {}
