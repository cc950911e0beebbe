/** Facts about goods on their way from one location to another. Rules: Transfers in the rule book. Next: command transfer. */
package org.cartulary.events.transfer;
