package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.loyalty.Club.*;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.LineEarning;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Loyalty": a return reverses the recorded points; burned points return to their lots. */
class PointsBackTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final SaleId sale = new SaleId(Uuid7.random());
    private TestLedger shop;
    private Member member;

    @BeforeEach
    void opens() {
        shop = open.ledger();
        member = Member.enrolled(shop);
    }

    @AfterEach
    void isNoonAgain() {
        shop.clockSays(TestLedger.NOW);
    }

    /** frappe/erpnext#32951: points are kept after a return. */
    @Test
    void whatCameBackHasEarnedNothing() {
        shop.accepted(member.buys(2, "10.00").with(sale).sale());
        assertThat(member.balance()).isEqualTo(20);
        var answer = shop.accepted(member.back(sale, 2));

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        SaleReturned.class, GoodsReturned.class, PointsReversed.class, ReturnRecorded.class);
        assertThat(recorded(answer).lines().getFirst().earning()).isEqualTo(new LineEarning(2_000, 20));
        assertThat(member.state().lots().lots()).isEmpty();
        assertThat(member.state().spend()).isEqualTo(Spend.NONE);
    }

    @Test
    void unitByUnitExactlyAllIsReversedAndTheLastUnitTakesTheRemainder() {
        shop.accepted(member.buys(3, "3.34").with(sale).sale());
        var reversed = LongStream.range(0, 3)
                .mapToObj(i -> recorded(shop.accepted(member.back(sale, 1))))
                .map(back -> back.lines().getFirst().earning())
                .toList();

        assertThat(reversed).containsExactly(new LineEarning(334, 3), new LineEarning(334, 3), new LineEarning(334, 4));
        assertThat(member.balance()).isZero();
    }

    @Test
    void twoLinesOfOneReturnAreTheUnitsOfBoth() {
        shop.accepted(member.buys(3, "3.34").with(sale).sale());
        var back = recorded(shop.accepted(member.back(sale, NOON, 2, 1)));

        assertThat(back.lines()).extracting(line -> line.earning().points()).containsExactly(6L, 4L);
    }

    @Test
    void pointsThatPaidComeBackAsPointsWithTheirOriginalExpiry() {
        member.granted(300);
        shop.accepted(member.buys(3, "4.00")
                .with(sale)
                .paid(TenderType.POINTS, 300)
                .paid(TenderType.CASH, 900)
                .sale());
        var first = recorded(shop.accepted(member.back(sale, 1)));
        assertThat(first.pointsReturned()).isEqualTo(300);
        assertThat(first.refunds())
                .extracting(refund -> refund.type())
                .containsExactly(TenderType.POINTS, TenderType.CASH);
        var second = recorded(shop.accepted(member.back(sale, 2)));

        assertThat(second.pointsReturned()).isNull();
        assertThat(member.state().lots().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.amount()).isEqualTo(300))
                .satisfies(lot -> assertThat(lot.expiresOn()).isEqualTo(LAST_DAY));
    }

    @Test
    void theyComeBackToTheLotsThatWereDrawnLastFirst() {
        member.granted(100);
        var tomorrow = NOON.plusSeconds(86_400);
        shop.clockSays(tomorrow);
        shop.accepted(
                new LoyaltyCommand.AdjustPoints(member.programme, member.customer, 200, "again", tomorrow),
                member.buys(3, "1.00")
                        .with(sale)
                        .paid(TenderType.POINTS, 300)
                        .at(tomorrow)
                        .sale(),
                member.back(sale, tomorrow, 1));
        assertThat(member.state().lots().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.number()).isEqualTo(2));
        shop.accepted(member.back(sale, tomorrow, 2));

        assertThat(member.state().lots().lots())
                .extracting(lot -> lot.number() + ":" + lot.amount())
                .containsExactly("1:100", "2:200");
    }

    @Test
    void whatTheyCameBackToMayHaveExpiredAndThenTheyExpireInTheSameAppend() {
        member.granted(300);
        shop.accepted(
                member.buys(1, "3.00").with(sale).paid(TenderType.POINTS, 300).sale());
        shop.clockSays(noon(LAST_DAY.plusDays(1)));
        var answer = shop.accepted(member.back(sale, 1));

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        SaleReturned.class,
                        GoodsReturned.class,
                        PointsReturned.class,
                        PointsExpired.class,
                        ReturnRecorded.class);
        assertThat(member.balance()).isZero();
    }

    @Test
    void pointsThatWereSpentMeanwhileAreOwedAndRedemptionIsBlocked() {
        shop.accepted(member.buys(1, "100.00").with(sale).sale());
        shop.accepted(member.buys(1, "1.00").paid(TenderType.POINTS, 100).sale());
        shop.accepted(member.back(sale, 1));
        assertThat(member.balance()).isEqualTo(-100);
        var more = member.buys(1, "1.00").paid(TenderType.POINTS, 1).paid(TenderType.CASH, 99);
        shop.refused(more.sale(), POINTS_OWED);
        shop.accepted(member.buys(1, "100.00").sale());
        assertThat(member.balance()).isZero();
        shop.refused(more.with(new SaleId(Uuid7.random())).sale(), NOT_ENOUGH_POINTS);
    }

    @Test
    void aReturnOutsideAnyProgrammeTouchesNoPoints() {
        shop.accepted(Basket.of(member.sku, 1, "10.00").with(sale).sale());
        var answer = shop.accepted(member.back(sale, 1));

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(SaleReturned.class, GoodsReturned.class, ReturnRecorded.class);
    }

    /** Whatever the parts in which a sale comes back, all units back reverse everything and give everything back. */
    @Test
    void inWhateverPartsASaleComesBackItIsAsIfItHadNeverBeen() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        member.granted(500);
        for (int n = 0; n < 10; n++) {
            var id = new SaleId(Uuid7.random());
            long units = random.nextLong(1, 12);
            long due = units * 337;
            long points = random.nextLong(Math.min(500, due));
            shop.accepted(member.buys(units, "3.37")
                    .with(id)
                    .paid(TenderType.POINTS, points)
                    .paid(TenderType.CARD, due - points)
                    .sale());
            for (long left = units; left > 0; ) {
                long some = random.nextLong(1, left + 1);
                shop.accepted(member.back(id, some));
                left -= some;
            }
            assertThat(member.balance()).as("seed " + seed).isEqualTo(500);
            assertThat(member.state().lots().lots()).as("seed " + seed).hasSize(1);
            assertThat(member.state().spend()).as("seed " + seed).isEqualTo(Spend.NONE);
        }
    }

    private ReturnRecorded recorded(Answer answer) {
        return (ReturnRecorded) shop.factsOf(answer).getLast();
    }
}
