package org.cartulary.ops.architecture.sample.command.second;

import org.cartulary.ops.architecture.sample.command.first.CapabilityInACycle;

/** Breaks, with the other: capabilities of the command side form no cycle. */
public record CapabilityThatClosesTheCycle(CapabilityInACycle other) {}
