/**
 * Measures the write path, in process and over HTTP, beside what the database does without a ledger on the same machine in
 * the same run. The method and the last figures stand in docs/performance.md.
 */
package org.cartulary.ops.bench;
