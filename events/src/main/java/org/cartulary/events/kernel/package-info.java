/**
 * The values that facts are made of: money, quantities, prices, identities and days. Each refuses what it can't mean, so
 * that a fact that exists is well-formed. Nothing here reads a clock but {@link org.cartulary.events.kernel.Uuid7}'s
 * generator, which only edges use.
 */
package org.cartulary.events.kernel;
