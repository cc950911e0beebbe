/**
 * Gift cards and stored credit: accounts of money that the retailer owes, opened, loaded, redeemed, refunded and expired lot by
 * lot. Rules: Tenders in the rule book, decided in {@link org.cartulary.command.storedvalue.StoredValueState}. Next: {@link
 * org.cartulary.command.storedvalue.StoredValuePart}, by which sales and returns take part, and projection storedvalue.
 */
package org.cartulary.command.storedvalue;
