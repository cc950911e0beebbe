/**
 * The same decisions on Axon's own JDBC event store and command bus, with all of their defaults: what the ledger's write engine
 * is compared with. The shells are annotated as Axon's guide has it; the states are the ledger's own.
 */
package org.cartulary.ops.bench.axon;
