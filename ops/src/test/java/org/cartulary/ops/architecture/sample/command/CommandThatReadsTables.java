package org.cartulary.ops.architecture.sample.command;

import org.cartulary.ops.architecture.sample.projection.SomeProjection;

/** Breaks: the command side knows events only. */
public record CommandThatReadsTables(SomeProjection lagging) {}
