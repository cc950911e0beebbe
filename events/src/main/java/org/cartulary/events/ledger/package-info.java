/** The ledger's own fact: a command was decided. Rules: Commands in the rule book. Next: command kernel. */
package org.cartulary.events.ledger;
