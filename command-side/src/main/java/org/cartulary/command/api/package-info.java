/**
 * Commands over HTTP: one endpoint per command, one for many, problem documents for whatever is not accepted. It holds no rule:
 * what is read is either a well-formed command for the ledger or a problem. Rules: Commands in the rule book; conventions:
 * {@code docs/api.md}. Next: {@link org.cartulary.command.api.CommandEndpoints}, from which the routes and their description are
 * made, and the ledger itself in command kernel.
 */
package org.cartulary.command.api;
