/**
 * What auditors read: every event with its stored bytes, and every command with its outcome. Reads schema {@code history}
 * to find events and the ledger itself to show them. Next: query console.
 */
package org.cartulary.query.history;
