package org.cartulary.command.engine;

/** A posting is stored and durable: its events hold all positions from the first to the last. */
public record Appended(long firstPosition, long lastPosition) {}
