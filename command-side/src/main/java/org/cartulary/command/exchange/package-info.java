/**
 * Goods come back and others go out, in one append with one settlement. Rules: Returns and exchanges in the rule book; those of
 * the return and of the sale stand with them. Next: {@link org.cartulary.command.exchange.ExchangePosting}.
 */
package org.cartulary.command.exchange;
