package org.cartulary.command.loyalty;

import static org.cartulary.command.Examples.EUR;
import static org.cartulary.command.Examples.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.loyalty.LoyaltyPart.PointsTender;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.command.loyalty.LoyaltyPart.TakenBack;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.loyalty.TermsInForce;
import org.cartulary.events.loyalty.Tier;

/** The programme of the tests: a point per euro, worth a cent, for a hundred days; silver from 100 euros in thirty days. */
final class Club {

    static final ProgrammeId CLUB = ProgrammeId.of("CLUB");
    static final CustomerId ANN = CustomerId.of("C-1");
    static final LoyaltyId ACCOUNT = new LoyaltyId(CLUB, ANN);
    static final ZoneId LISBON_TIME = ZoneId.of("Europe/Lisbon");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate BEGUN = LocalDate.parse("2025-01-01");
    static final TermsInForce FIRST = new TermsInForce(1, BEGUN);
    static final LocalDate LAST_DAY = TODAY.plusDays(100);
    static final SaleId SALE = new SaleId(Uuid7.random());
    static final ReturnId RETURN = new ReturnId(Uuid7.random());
    static final Tier SILVER = new Tier("SILVER", 10_000);
    static final Tier GOLD = new Tier("GOLD", 50_000);
    static final EarningRule PLAIN = new EarningRule(null, null, 1, 100);

    private Club() {}

    static ProgrammeTerms terms() {
        return new ProgrammeTerms(
                List.of(PLAIN),
                0,
                PointsRounding.FLOOR,
                100,
                Pending.HAND_OVER,
                0,
                new PointsWorth(1, 1),
                0,
                500,
                List.of(SILVER, GOLD),
                30);
    }

    static ProgrammeState programme() {
        return programme(terms());
    }

    static ProgrammeState programme(ProgrammeTerms terms) {
        return ProgrammeState.NONE.evolve(termsSet(1, BEGUN, terms));
    }

    static ProgrammeTermsSet termsSet(int number, LocalDate from, ProgrammeTerms terms) {
        return new ProgrammeTermsSet(CLUB, number, from, LISBON_TIME, EUR, terms, NOON);
    }

    /** What is not said is as in {@link #terms()}. */
    static SetProgrammeTerms set(LocalDate from) {
        return set(CLUB, from, terms());
    }

    static SetProgrammeTerms set(ProgrammeId programme, LocalDate from, ProgrammeTerms terms) {
        return new SetProgrammeTerms(
                programme,
                from,
                LISBON_TIME,
                EUR,
                terms.earning(),
                terms.minimumBaseMinor(),
                terms.rounding(),
                terms.validityDays(),
                terms.pending(),
                terms.pendingDays(),
                terms.redemption(),
                terms.minimumRedemptionPoints(),
                terms.adjustmentLimitPoints(),
                terms.tiers(),
                terms.tierDays(),
                NOON);
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(LISBON_TIME).toInstant();
    }

    /** A sale of today that earns. */
    static Sold earns(long baseMinor, long points) {
        return sold(TODAY, baseMinor, points, null);
    }

    static Sold sold(LocalDate day, long baseMinor, long points, LocalDate usableFrom) {
        return new Sold(
                ACCOUNT, new SaleId(Uuid7.random()), EUR, day, List.of(), baseMinor, points, usableFrom, noon(day));
    }

    /** A sale that spends: tenders 1, 2, … in minor units. */
    static Sold spends(LocalDate day, long... tendersMinor) {
        var tenders = new ArrayList<PointsTender>();
        for (var minor : tendersMinor) tenders.add(new PointsTender(tenders.size() + 1, minor));
        return new Sold(ACCOUNT, SALE, EUR, day, tenders, 0, 0, null, noon(day));
    }

    static TakenBack back(LocalDate day, Integer lot, long baseMinor, long points, LotPart... givenBack) {
        return new TakenBack(ACCOUNT, RETURN, SALE, noon(TODAY), lot, baseMinor, points, List.of(givenBack), noon(day));
    }

    static LotPart part(int lot, long points, LocalDate expiresOn) {
        return new LotPart(lot, points, expiresOn);
    }
}
