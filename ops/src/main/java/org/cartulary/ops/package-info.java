/**
 * How the ledger runs: {@link org.cartulary.ops.Cartulary} is the program, its commands are in {@code cli}, what the
 * service adds around the capabilities is in {@code service}, and its PostgreSQL in {@code database}.
 */
package org.cartulary.ops;
