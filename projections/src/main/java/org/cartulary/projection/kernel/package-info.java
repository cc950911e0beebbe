/**
 * How read tables follow the ledger: a feed of events in position order, one thread per projection that writes a batch and
 * its progress in one transaction, one more that moves on those that no event concerns, and rebuilding beside the tables
 * that are read. A projection writes SQL and knows nothing of this. Next: the projections beside this package.
 */
package org.cartulary.projection.kernel;
