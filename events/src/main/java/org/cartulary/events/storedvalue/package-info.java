/**
 * Facts about gift cards and stored credit: money that the retailer owes to whoever holds the account, in lots with an expiry.
 * Next: {@link org.cartulary.events.storedvalue.StoredValueEvent}, and command storedvalue.
 */
package org.cartulary.events.storedvalue;
