/** Facts about goods and money that went back. Rules: Returns and exchanges. Next: command returns. */
package org.cartulary.events.returns;
