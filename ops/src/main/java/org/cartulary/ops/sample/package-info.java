/**
 * A made-up shop, so that a new user has something to look at: a potter with three shops, a warehouse and a web shop. It is
 * loaded only where somebody asks for it, and never into a ledger that holds anything else.
 */
package org.cartulary.ops.sample;
