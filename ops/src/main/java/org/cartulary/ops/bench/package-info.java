/**
 * Measures the ledger, in process and over HTTP, beside what the database and others do on the same machine in the same run:
 * {@code Course} says what, {@code Bars} what is asked of it. The method and the last figures stand in docs/performance.md.
 */
package org.cartulary.ops.bench;
