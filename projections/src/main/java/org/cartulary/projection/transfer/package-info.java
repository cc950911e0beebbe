/** What is on its way between locations, and what became of what was. Rules: Transfers. Next: query transfer. */
package org.cartulary.projection.transfer;
