/**
 * Goods on their way from one location to another: asked for, approved, dispatched, received in parts, explained to the last
 * unit. Rules: Transfers in the rule book, decided in {@link org.cartulary.command.transfer.TransferState}. Next: projection
 * transfer.
 */
package org.cartulary.command.transfer;
