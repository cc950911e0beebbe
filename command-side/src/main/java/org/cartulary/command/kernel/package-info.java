/**
 * What all capabilities share: each command is decided once, recorded with its outcome in the same append as its events, and
 * answered the same for ever. A refusal leaves nothing but its record. Rules: Commands in the rule book. Next: {@link
 * org.cartulary.command.kernel.Ledger}, which takes commands, and {@link org.cartulary.command.kernel.Posting}, with which they
 * are handled.
 */
package org.cartulary.command.kernel;
