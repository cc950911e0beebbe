package org.cartulary.events.sale;

/**
 * What a line earned, frozen so that a return reverses shares of exactly it.
 *
 * @param baseMinor the part of its net amount that earns, without what was paid in points
 * @param points its share of the sale's points
 */
public record LineEarning(long baseMinor, long points) {}
