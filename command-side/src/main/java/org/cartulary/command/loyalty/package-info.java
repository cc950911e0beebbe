/**
 * Loyalty programmes and the points of their customers: dated terms, and one account per customer that earns, spends, loses and
 * owes points, lot by lot. Rules: Loyalty in the rule book, in {@link org.cartulary.command.loyalty.LoyaltyState} and {@link
 * org.cartulary.command.loyalty.Earnings}. Next: {@link org.cartulary.command.loyalty.LoyaltyPosting}.
 */
package org.cartulary.command.loyalty;
