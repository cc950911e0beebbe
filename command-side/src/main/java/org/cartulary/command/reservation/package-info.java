/**
 * Promises of units to an owner: placed, extended, paid for, committed, and at last used, released or expired. The promise and
 * the holds on its shelves are one append. Rules: Reservations in the rule book, in {@link
 * org.cartulary.command.reservation.ReservationState}. Next: command stock, where the units are held.
 */
package org.cartulary.command.reservation;
