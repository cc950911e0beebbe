/**
 * The write engine: events go to PostgreSQL with gap-free positions in the order of the commits, and concurrent postings
 * share one append. An answer means that the posting is durable. Rules: the ledger's own in {@code V2__ledger.sql}. Next:
 * {@link org.cartulary.command.engine.PostgresEventStorageEngine}, which Axon sees, and {@link
 * org.cartulary.command.engine.GroupCommit}, through which it writes.
 */
package org.cartulary.command.engine;
