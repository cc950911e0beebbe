package org.cartulary.command.loyalty;

import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.loyalty.Club.PLAIN;
import static org.cartulary.command.loyalty.Club.TODAY;
import static org.cartulary.command.loyalty.Club.noon;
import static org.cartulary.command.loyalty.Club.set;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.sale.TenderType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Terms are dated, and late sales are decided by those of their day; nobody gains by dating back. */
class DatedBackTest {

    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private static final LocalDate BETTER_DAYS = TODAY.minusDays(30);

    private TestLedger shop;
    private Member member;

    @BeforeEach
    void pointsWereWorthMore() {
        shop = open.ledger();
        member = Member.enrolled(shop, terms(new PointsWorth(1, 100), 1_000));
        shop.accepted(set(member.programme, TODAY, terms(new PointsWorth(100, 1), 10)));
    }

    @Test
    void theLimitOfAnAdjustmentIsThatOfToday() {
        shop.refused(adjust(500, BETTER_DAYS), LoyaltyRejection.ADJUSTMENT_EXCEEDS_LIMIT);
        shop.accepted(adjust(10, BETTER_DAYS));
    }

    @Test
    void aSaleOfBetterDaysSpendsNothingThatCameAfterIt() {
        shop.accepted(adjust(10, TODAY));
        shop.refused(
                member.buys(1, "10.00")
                        .paid(TenderType.POINTS, 1_000)
                        .at(noon(BETTER_DAYS))
                        .sale(),
                LoyaltyRejection.NOT_ENOUGH_POINTS);
    }

    @Test
    void aSaleThatWasReallyMadeThenSpendsWhatWasThereThen() {
        shop.accepted(adjust(10, BETTER_DAYS));
        shop.accepted(member.buys(1, "10.00")
                .paid(TenderType.POINTS, 1_000)
                .at(noon(BETTER_DAYS))
                .sale());
    }

    private AdjustPoints adjust(long points, LocalDate day) {
        return new AdjustPoints(
                member.programme, member.customer, points, "welcome", day.equals(TODAY) ? NOON : noon(day));
    }

    private static ProgrammeTerms terms(PointsWorth worth, long limit) {
        return new ProgrammeTerms(
                List.of(PLAIN), 0, PointsRounding.FLOOR, 100, Pending.HAND_OVER, 0, worth, 0, limit, List.of(), 30);
    }
}
