/** What owners have been promised, and until when. Reads schema {@code reservation}. Rules: rule book, "Reservations". */
package org.cartulary.query.reservation;
