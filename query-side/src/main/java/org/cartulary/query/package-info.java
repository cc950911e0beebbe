/** What people read: the query API, the audit API and the console, over the read tables alone. Start at {@code QuerySide}. */
package org.cartulary.query;
