/**
 * What is on the shelves, what of it can be sold where, and how it came to be so. Reads schema {@code stock}. Rules: rule
 * book, "Stock". Next: query reservation, query trade.
 */
package org.cartulary.query.stock;
