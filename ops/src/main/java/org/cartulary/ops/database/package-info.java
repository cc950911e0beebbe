/**
 * The database of the service: an embedded PostgreSQL under the service's home, or an external one. Whichever it is,
 * an acknowledged posting must survive a loss of power, so a server that could forget one is refused
 * ({@link org.cartulary.ops.database.DurableSettings}). Start with {@link org.cartulary.ops.database.DatabaseConfiguration}.
 */
package org.cartulary.ops.database;
