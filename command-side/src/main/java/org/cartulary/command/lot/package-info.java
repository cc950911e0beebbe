/**
 * What points and stored value share: a balance that is a sum of lots, each with a day on which it expires. Rules: Loyalty and
 * Tenders in the rule book. Next: {@link org.cartulary.command.lot.Lots}.
 */
package org.cartulary.command.lot;
