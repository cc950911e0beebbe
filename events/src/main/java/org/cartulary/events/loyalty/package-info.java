/** Facts about loyalty programmes and the points of their customers. Next: command loyalty, projection loyalty. */
package org.cartulary.events.loyalty;
