package org.cartulary.command.loyalty;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.lot.Lots;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.command.loyalty.LoyaltyPart.TakenBack;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.loyalty.Tier;

/**
 * What the account of one customer's points knows. The balance is what the lots hold less what is owed; something is owed only
 * where the lots hold nothing. The decision's time beats the sweeper: points and tiers whose last day is over by the ledger's
 * clock are gone, and the events that say so stand first in what is decided.
 *
 * @param owed points that were reversed when they had been spent
 * @param gone what has expired of which lots
 * @param spend what counts towards tiers
 * @param tier absent without one
 * @param tierUntil the last date of the tier's period; absent without one
 */
@Revision("1")
public record LoyaltyState(
        boolean enrolled, Lots lots, long owed, Gone gone, Spend spend, String tier, LocalDate tierUntil) {

    public static final LoyaltyState NONE = new LoyaltyState(false, Lots.NONE, 0, Gone.NOTHING, Spend.NONE, null, null);

    /**
     * @param now by the ledger's clock: it alone tells what has expired
     * @throws CommandRejected with a {@link LoyaltyRejection}
     */
    public List<LoyaltyEvent> decide(LoyaltyCommand command, ProgrammeState programme, Instant now) {
        return switch (command) {
            case EnrolCustomer c -> enrol(c, programme);
            case AdjustPoints c ->
                afterDue(c.account(), programme, now, (state, today) -> state.adjust(c, programme, today));
            case ReviewLoyaltyAccount c -> enrolled ? due(c.account(), programme, programme.dateOf(now)) : List.of();
        };
    }

    /**
     * @param now by the ledger's clock: it alone tells what has expired
     * @throws CommandRejected with a {@link LoyaltyRejection}
     */
    public List<LoyaltyEvent> decide(LoyaltyPart part, ProgrammeState programme, Instant now) {
        return switch (part) {
            case Sold sold -> {
                require(
                        sold.currency().equals(programme.currency()),
                        PROGRAMME_IN_OTHER_CURRENCY,
                        "it earns in " + programme.currency() + ", the sale is in " + sold.currency());
                yield afterDue(
                        sold.account(),
                        programme,
                        now,
                        (state, today) -> new Selling(sold, programme, today).decide(state));
            }
            case TakenBack back ->
                afterDue(
                        back.account(),
                        programme,
                        now,
                        (state, today) -> new TakingBack(back, programme, today).decide(state));
        };
    }

    /** The tier by which the customer earns at that moment; null without one. */
    public String tierAt(LoyaltyId account, ProgrammeState programme, Instant now) {
        return after(due(account, programme, programme.dateOf(now))).tier();
    }

    private List<LoyaltyEvent> due(LoyaltyId account, ProgrammeState programme, LocalDate today) {
        return new Due(account, programme, today).of(this);
    }

    private List<LoyaltyEvent> afterDue(
            LoyaltyId account,
            ProgrammeState programme,
            Instant now,
            BiFunction<LoyaltyState, LocalDate, List<LoyaltyEvent>> decision) {
        require(enrolled, CUSTOMER_NOT_ENROLLED, account.customer() + " does not belong to " + account.programme());
        var today = programme.dateOf(now);
        var decided = new ArrayList<>(due(account, programme, today));
        decided.addAll(decision.apply(after(decided), today));
        return decided;
    }

    private List<LoyaltyEvent> enrol(EnrolCustomer c, ProgrammeState programme) {
        require(!enrolled, CUSTOMER_ALREADY_ENROLLED, c.customer() + " belongs to " + c.programme());
        return List.of(
                new CustomerEnrolled(c.programme(), c.customer(), programme.dateOf(c.occurredAt()), c.occurredAt()));
    }

    /** Nobody chooses the limit by dating back: the terms are those of today. */
    private List<LoyaltyEvent> adjust(AdjustPoints c, ProgrammeState programme, LocalDate today) {
        var day = programme.dateOf(c.occurredAt());
        var terms = programme.on(today);
        long limit = terms.terms().adjustmentLimitPoints();
        long points = Math.abs(c.points());
        require(points <= limit, ADJUSTMENT_EXCEEDS_LIMIT, "at most " + limit + " points are adjusted at once");
        if (c.points() > 0)
            return List.of(new PointsGranted(
                    c.programme(),
                    c.customer(),
                    day,
                    terms.inForce(),
                    points,
                    Math.min(owed, points),
                    lots.next(),
                    lastDay(terms.terms(), day),
                    c.reason(),
                    c.occurredAt()));
        require(
                points <= lots.balance(),
                ADJUSTMENT_EXCEEDS_BALANCE,
                "the balance is " + (lots.balance() - owed) + ", " + points + " would be withdrawn");
        var parts = lots.takeFrom(0, points, today);
        return List.of(new PointsWithdrawn(
                c.programme(), c.customer(), day, terms.inForce(), points, parts, c.reason(), c.occurredAt()));
    }

    LoyaltyState after(List<? extends LoyaltyEvent> events) {
        var state = this;
        for (var event : events) state = state.evolve(event);
        return state;
    }

    public LoyaltyState evolve(LoyaltyEvent event) {
        return switch (event) {
            case CustomerEnrolled e -> new LoyaltyState(true, lots, owed, gone, spend, tier, tierUntil);
            case PointsEarned e -> earned(e);
            case PointsRedeemed e -> with(lots.less(e.parts()), owed);
            case PointsGranted e ->
                with(
                        lots.open(e.lot(), e.points() - e.owedPaid(), e.businessDay(), e.expiresOn()),
                        owed - e.owedPaid());
            case PointsWithdrawn e -> with(lots.less(e.parts()), owed);
            case PointsReversed e -> reversed(e);
            case PointsReturned e -> with(lots.plus(e.parts()), owed - e.owedPaid());
            case PointsExpired e ->
                new LoyaltyState(
                        enrolled,
                        lots.less(e.parts()),
                        owed,
                        gone.plus(e.parts(), e.businessDay()),
                        spend,
                        tier,
                        tierUntil);
            case TierReached e -> new LoyaltyState(enrolled, lots, owed, gone, spend, e.tier(), e.until());
            case TierReviewed e -> new LoyaltyState(enrolled, lots, owed, gone, spend, e.tier(), e.until());
        };
    }

    private LoyaltyState earned(PointsEarned e) {
        var more = e.lot() == null
                ? lots
                : lots.open(
                        e.lot(),
                        e.points() - e.owedPaid(),
                        e.usableFrom() == null ? e.businessDay() : e.usableFrom(),
                        e.expiresOn());
        var spent = spend.plus(e.businessDay(), e.baseMinor());
        return new LoyaltyState(enrolled, more, owed - e.owedPaid(), gone, spent, tier, tierUntil);
    }

    private LoyaltyState reversed(PointsReversed e) {
        return new LoyaltyState(
                enrolled,
                lots.less(e.parts()),
                owed + e.owed(),
                gone.less(e.lot(), e.expiredBefore()),
                spend.plus(e.earnedOn(), -e.baseMinor()),
                tier,
                tierUntil);
    }

    private LoyaltyState with(Lots others, long debt) {
        return new LoyaltyState(enrolled, others, debt, gone, spend, tier, tierUntil);
    }

    /** What one lot holds. */
    long held(int number) {
        return lots.lots().stream()
                .filter(lot -> lot.number() == number)
                .mapToLong(Lots.Lot::amount)
                .sum();
    }

    static long sum(List<LotPart> parts) {
        return parts.stream().mapToLong(LotPart::amount).reduce(0, Math::addExact);
    }

    /** The last date on which points of that day can be spent; null where they never expire. */
    static LocalDate lastDay(ProgrammeTerms terms, LocalDate day) {
        return terms.validityDays() == null ? null : day.plusDays(terms.validityDays());
    }

    /** The name of the highest tier that so much spend reaches; null where it reaches none. */
    static String highest(ProgrammeTerms terms, long qualifiedMinor) {
        return terms.tiers().stream()
                .filter(tier -> tier.thresholdMinor() <= qualifiedMinor)
                .reduce((lower, higher) -> higher)
                .map(Tier::name)
                .orElse(null);
    }

    /** How high a tier stands; -1 for none. */
    static int rank(ProgrammeTerms terms, String tier) {
        return terms.tiers().stream().map(Tier::name).toList().indexOf(tier);
    }
}
