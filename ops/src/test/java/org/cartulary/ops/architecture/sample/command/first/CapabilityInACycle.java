package org.cartulary.ops.architecture.sample.command.first;

import org.cartulary.ops.architecture.sample.command.second.CapabilityThatClosesTheCycle;

/** Breaks, with the other: capabilities of the command side form no cycle. */
public record CapabilityInACycle(CapabilityThatClosesTheCycle other) {}
