/** Points per customer, lot by lot, and what all of them come to per day. Next: {@link LoyaltyProjection}, query loyalty. */
package org.cartulary.projection.loyalty;
