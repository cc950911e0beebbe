package org.cartulary.events.sale;

import java.time.LocalDate;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.ProgrammeId;

/**
 * What a sale earned in a loyalty programme.
 *
 * @param baseMinor the sum of its lines' bases, which counts as qualified spend
 * @param points the sum of its lines' points
 * @param lot of the customer's account that holds them; absent where nothing was earned
 * @param expiresOn the last local date on which they can be spent; absent where they never expire
 */
public record SaleEarning(
        ProgrammeId programme,
        long baseMinor,
        long points,
        @MayBeAbsent Integer lot,
        @MayBeAbsent LocalDate expiresOn) {}
