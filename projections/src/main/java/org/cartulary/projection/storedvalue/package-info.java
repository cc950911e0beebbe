/** Gift cards and stored credit: what each holds, how it came to that, and what is owed by day. Next: query storedvalue. */
package org.cartulary.projection.storedvalue;
