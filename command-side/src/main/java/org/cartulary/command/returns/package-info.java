/**
 * Goods and money that go back: against their sale, whose state works out the refund, or without a receipt, at the lowest price
 * in the look-back and capped per customer. Rules: Returns and exchanges in the rule book, in {@link
 * org.cartulary.command.sale.SaleState} and {@link org.cartulary.command.returns.AllowanceState}. Next: {@link
 * org.cartulary.command.returns.ReturnPosting}.
 */
package org.cartulary.command.returns;
