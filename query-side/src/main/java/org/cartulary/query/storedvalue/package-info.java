/** Reads of gift cards and stored credit: accounts, entries with running balances, and what is owed by day. */
package org.cartulary.query.storedvalue;
