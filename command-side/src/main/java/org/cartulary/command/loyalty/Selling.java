package org.cartulary.command.loyalty;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.loyalty.LoyaltyPart.PointsTender;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsRedeemed;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReached;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;

/** What one sale does to an account: its tenders are paid, in their sequence, then it earns, then a higher tier is reached. */
record Selling(Sold part, ProgrammeState programme, LocalDate today) {

    /** @throws org.cartulary.command.kernel.CommandRejected with a {@link LoyaltyRejection} */
    List<LoyaltyEvent> decide(LoyaltyState state) {
        var terms = programme.on(part.termsOn());
        var decided = new ArrayList<LoyaltyEvent>(redeemed(state, terms));
        if (part.baseMinor() == 0 && part.points() == 0) return decided;
        var earned = earned(state.after(decided), terms);
        decided.add(earned);
        decided.addAll(reached(state.after(decided), terms));
        return decided;
    }

    private List<PointsRedeemed> redeemed(LoyaltyState state, ProgrammeTermsSet terms) {
        if (part.tenders().isEmpty()) return List.of();
        require(state.owed() == 0, POINTS_OWED, state.owed() + " points are owed");
        long all = 0;
        for (var tender : part.tenders()) all += points(tender, terms.terms().redemption());
        require(
                all >= terms.terms().minimumRedemptionPoints(),
                POINTS_BELOW_MINIMUM,
                "a sale redeems at least " + terms.terms().minimumRedemptionPoints() + " points, asked for were "
                        + all);
        // A sale that is recorded late spends nothing that came after it: it may have been dated back for better terms.
        var lots = state.lots().usableOn(day());
        require(
                all <= lots.usable(today),
                NOT_ENOUGH_POINTS,
                all + " points are asked for, " + lots.usable(today) + " can be spent");
        var redeemed = new ArrayList<PointsRedeemed>();
        for (var tender : part.tenders()) {
            long points = points(tender, terms.terms().redemption());
            var parts = lots.spend(points, today);
            lots = lots.less(parts);
            redeemed.add(new PointsRedeemed(
                    part.account().programme(),
                    part.account().customer(),
                    part.sale(),
                    tender.number(),
                    day(),
                    terms.inForce(),
                    points,
                    tender.amountMinor(),
                    parts,
                    part.occurredAt()));
        }
        return redeemed;
    }

    private static long points(PointsTender tender, PointsWorth worth) {
        var exact = BigInteger.valueOf(tender.amountMinor())
                .multiply(BigInteger.valueOf(worth.points()))
                .divideAndRemainder(BigInteger.valueOf(worth.worthMinor()));
        require(
                exact[1].signum() == 0,
                POINTS_NOT_WHOLE,
                "tender " + tender.number() + ": " + worth.points() + " points pay " + worth.worthMinor() + ", not "
                        + tender.amountMinor());
        require(
                exact[0].compareTo(BigInteger.valueOf(Money.MAX_MINOR)) <= 0,
                NOT_ENOUGH_POINTS,
                "tender " + tender.number() + ": " + exact[0] + " points are asked for");
        return exact[0].longValueExact();
    }

    private PointsEarned earned(LoyaltyState state, ProgrammeTermsSet terms) {
        boolean some = part.points() > 0;
        return new PointsEarned(
                part.account().programme(),
                part.account().customer(),
                part.sale(),
                day(),
                terms.inForce(),
                part.baseMinor(),
                part.points(),
                Math.min(state.owed(), part.points()),
                some ? state.lots().next() : null,
                some ? part.usableFrom() : null,
                some ? LoyaltyState.lastDay(terms.terms(), day()) : null,
                part.occurredAt());
    }

    private List<TierReached> reached(LoyaltyState state, ProgrammeTermsSet terms) {
        var on = state.spend().newest(day());
        long qualified = state.spend().qualified(on, terms.terms().tierDays());
        var tier = LoyaltyState.highest(terms.terms(), qualified);
        if (LoyaltyState.rank(terms.terms(), tier) <= LoyaltyState.rank(terms.terms(), state.tier())) return List.of();
        return List.of(new TierReached(
                part.account().programme(),
                part.account().customer(),
                day(),
                terms.inForce(),
                tier,
                qualified,
                on.plusDays(terms.terms().tierDays()),
                part.occurredAt()));
    }

    private LocalDate day() {
        return programme.dateOf(part.occurredAt());
    }
}
