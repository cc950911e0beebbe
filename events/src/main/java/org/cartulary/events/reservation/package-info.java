/** Facts about promises to an owner. Rules: Reservations in the rule book. Next: command reservation. */
package org.cartulary.events.reservation;
