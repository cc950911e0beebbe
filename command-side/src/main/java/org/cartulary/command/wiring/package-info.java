/**
 * How the command side is put together without Axon's starter: the bus, the event store, the aggregates and their memory. Next:
 * {@link org.cartulary.command.wiring.LedgerConfiguration}.
 */
package org.cartulary.command.wiring;
