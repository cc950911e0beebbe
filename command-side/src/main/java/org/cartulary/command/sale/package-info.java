/**
 * Settled sales: the amounts add up, the tenders settle, the shelves give the goods, all in one append. Rules: Price, tax,
 * promotion and Tenders in the rule book, in the {@code …Terms} classes and {@code Settlement}. Next: {@link
 * org.cartulary.command.sale.SalePosting}, and {@link org.cartulary.command.sale.SaleState}, which decides refunds.
 */
package org.cartulary.command.sale;
