/** Facts about one SKU at one location. Rules: Stock in the rule book. Next: command stock, projection stock. */
package org.cartulary.events.stock;
