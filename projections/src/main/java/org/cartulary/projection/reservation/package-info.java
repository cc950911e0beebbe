/** What was promised to whom, and what became of it. Rules: Reservations. Next: query reservation. */
package org.cartulary.projection.reservation;
