package org.cartulary.events.lot;

import java.time.LocalDate;
import org.cartulary.events.MayBeAbsent;

/**
 * What was taken from one lot of an account, or given back to it.
 *
 * @param lot counts from 1 within its account
 * @param amount points, or minor units of the account's currency
 * @param expiresOn the last local date on which it can be spent; absent where it never expires
 */
public record LotPart(int lot, long amount, @MayBeAbsent LocalDate expiresOn) {}
