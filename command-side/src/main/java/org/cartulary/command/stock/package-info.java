/**
 * One SKU at one location: what is on hand, what is held, what may be sold. Rules: Stock in the rule book, in {@link
 * org.cartulary.command.stock.StockState}. Next: {@link org.cartulary.command.stock.StockPart}, what sales, returns and
 * reservations ask of a shelf.
 */
package org.cartulary.command.stock;
