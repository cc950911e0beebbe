package org.cartulary.events.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.lot.LotPart;

/**
 * What has happened to one customer's points. The balance is what the lots hold less what is owed; something is owed only where
 * the lots hold nothing. Days are local dates in the programme's zone. Amounts are in minor units of its currency.
 */
public sealed interface LoyaltyEvent extends LedgerEvent {

    ProgrammeId programme();

    CustomerId customer();

    LocalDate businessDay();

    @Override
    default String stream() {
        return new LoyaltyId(programme(), customer()).toString();
    }

    /** A customer belongs to the programme from now on. */
    record CustomerEnrolled(ProgrammeId programme, CustomerId customer, LocalDate businessDay, Instant occurredAt)
            implements LoyaltyEvent {}

    /**
     * A sale earned points, in the sale's own append.
     *
     * @param terms in force on the sale's business day
     * @param baseMinor which counts as qualified spend
     * @param owedPaid how many of the points paid what was owed; the lot has the rest
     * @param lot that holds them; absent where nothing was earned
     * @param usableFrom the first date on which they can be spent; absent where that is at once
     * @param expiresOn the last date on which they can be spent; absent where they never expire
     */
    record PointsEarned(
            ProgrammeId programme,
            CustomerId customer,
            SaleId sale,
            LocalDate businessDay,
            TermsInForce terms,
            long baseMinor,
            long points,
            long owedPaid,
            @MayBeAbsent Integer lot,
            @MayBeAbsent LocalDate usableFrom,
            @MayBeAbsent LocalDate expiresOn,
            Instant occurredAt)
            implements LoyaltyEvent {}

    /**
     * A tender of a sale was paid in points, in the sale's own append.
     *
     * @param tender its number within the sale
     * @param amountMinor what they paid
     * @param parts the lots that they came from, the earliest-expiring first
     */
    record PointsRedeemed(
            ProgrammeId programme,
            CustomerId customer,
            SaleId sale,
            int tender,
            LocalDate businessDay,
            TermsInForce terms,
            long points,
            long amountMinor,
            List<LotPart> parts,
            Instant occurredAt)
            implements LoyaltyEvent {

        public PointsRedeemed {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * Points were given without a sale.
     *
     * @param owedPaid how many of them paid what was owed; the lot has the rest
     * @param expiresOn the last date on which they can be spent; absent where they never expire
     */
    record PointsGranted(
            ProgrammeId programme,
            CustomerId customer,
            LocalDate businessDay,
            TermsInForce terms,
            long points,
            long owedPaid,
            int lot,
            @MayBeAbsent LocalDate expiresOn,
            String reason,
            Instant occurredAt)
            implements LoyaltyEvent {}

    /**
     * Points were taken away without a return, never more than there were.
     *
     * @param parts the lots that they came from, the earliest-expiring first
     */
    record PointsWithdrawn(
            ProgrammeId programme,
            CustomerId customer,
            LocalDate businessDay,
            TermsInForce terms,
            long points,
            List<LotPart> parts,
            String reason,
            Instant occurredAt)
            implements LoyaltyEvent {

        public PointsWithdrawn {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * Goods came back, and so did what they had earned: {@code points = sum(parts) + expiredBefore + owed}.
     *
     * @param earnedOn the date whose qualified spend goes down by the base
     * @param lot that the sale's points had made; absent where it had earned none
     * @param parts taken from the very lot first, then from the others, the earliest-expiring first
     * @param expiredBefore what of the very lot had expired already and is not taken a second time
     * @param owed what no lot holds; redemption is blocked until it is paid
     */
    record PointsReversed(
            ProgrammeId programme,
            CustomerId customer,
            ReturnId returnId,
            SaleId sale,
            LocalDate businessDay,
            LocalDate earnedOn,
            @MayBeAbsent Integer lot,
            long baseMinor,
            long points,
            List<LotPart> parts,
            long expiredBefore,
            long owed,
            Instant occurredAt)
            implements LoyaltyEvent {

        public PointsReversed {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * Goods that had been paid in points came back: the points are the customer's again, {@code points = sum(parts) +
     * owedPaid}.
     *
     * @param parts into the very lots that they had come from, with the original expiry
     * @param owedPaid how many of them paid what was owed
     */
    record PointsReturned(
            ProgrammeId programme,
            CustomerId customer,
            ReturnId returnId,
            SaleId sale,
            LocalDate businessDay,
            long points,
            List<LotPart> parts,
            long owedPaid,
            Instant occurredAt)
            implements LoyaltyEvent {

        public PointsReturned {
            parts = Shape.listOf(parts);
        }
    }

    /** The last day of these points is over: at the local midnight that ended it, or when they came back after it. */
    record PointsExpired(
            ProgrammeId programme,
            CustomerId customer,
            LocalDate businessDay,
            long points,
            List<LotPart> parts,
            Instant occurredAt)
            implements LoyaltyEvent {

        public PointsExpired {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * The customer's spend reached a higher tier, which holds at once.
     *
     * @param qualifiedMinor the spend that counted
     * @param until the last date of the period for which it is kept
     */
    record TierReached(
            ProgrammeId programme,
            CustomerId customer,
            LocalDate businessDay,
            TermsInForce terms,
            String tier,
            long qualifiedMinor,
            LocalDate until,
            Instant occurredAt)
            implements LoyaltyEvent {}

    /**
     * The period of a tier ended, at local midnight: it is kept, or the customer goes down.
     *
     * @param before the tier that the period was for
     * @param tier that the spend qualifies for; absent where it qualifies for none
     * @param until the last date of the next period; absent without a tier
     */
    record TierReviewed(
            ProgrammeId programme,
            CustomerId customer,
            LocalDate businessDay,
            TermsInForce terms,
            String before,
            @MayBeAbsent String tier,
            long qualifiedMinor,
            @MayBeAbsent LocalDate until,
            Instant occurredAt)
            implements LoyaltyEvent {}
}
