/** Programmes, points accounts with their statements, and what a programme owes. Next: {@link LoyaltyApi}, projection loyalty. */
package org.cartulary.query.loyalty;
