/** What is on the shelves, who may take it, and how it came there. Rules: Stock, Reservations. Next: query stock. */
package org.cartulary.projection.stock;
