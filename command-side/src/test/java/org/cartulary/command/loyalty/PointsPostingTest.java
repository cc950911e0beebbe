package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.loyalty.Club.*;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.storedvalue.Cards;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.LineEarning;
import org.cartulary.events.sale.SaleEarning;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Design, "One posting, one append": a sale, its goods and its points change together or not at all. */
class PointsPostingTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

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

    @Test
    void aSaleEarnsInItsOwnAppend() {
        var answer = shop.accepted(
                member.buys(3, "4.00").line(POSTAGE, units(1), "5.00").sale());

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(GoodsSold.class, PointsEarned.class, SaleRecorded.class);
        var sale = recorded(answer);
        assertThat(sale.earning()).isEqualTo(new SaleEarning(member.programme, 1_200, 12, 1, LAST_DAY));
        assertThat(sale.lines().getFirst().earning()).isEqualTo(new LineEarning(1_200, 12));
        assertThat(sale.lines().getLast().earning()).as("a fee earns nothing").isNull();
        assertThat(answer.result().at("/earning/points").longValue()).isEqualTo(12);
    }

    @Test
    void aSaleIsPaidInPointsFromTheLotsThatItNames() {
        member.granted(300);
        var answer = shop.accepted(member.buys(1, "10.00")
                .paid(TenderType.POINTS, 200)
                .paid(TenderType.CASH, 800)
                .sale());

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        GoodsSold.class, PointsRedeemed.class, PointsEarned.class, SaleRecorded.class);
        assertThat(recorded(answer).drawn()).singleElement().satisfies(drawn -> {
            assertThat(drawn.tender()).isEqualTo(1);
            assertThat(drawn.parts()).containsExactly(part(1, 200, LAST_DAY));
        });
        assertThat(recorded(answer).earning().points()).isEqualTo(8);
        assertThat(member.balance()).isEqualTo(108);
    }

    @Test
    void aSaleOutsideAProgrammeEarnsNothingAndTakesNoPoints() {
        var answer = shop.accepted(Basket.of(member.sku, 1, "10.00")
                .customer(member.customer.value())
                .sale());
        assertThat(recorded(answer).earning()).isNull();
        leavesOnlyARecord(
                Basket.of(member.sku, 1, "10.00").paid(TenderType.POINTS, 1_000).sale(),
                SaleRejection.TENDER_NOT_ACCEPTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Basket.of(member.sku, 1, "10.00")
                        .programme(member.programme)
                        .sale())
                .withMessageContaining("customer");
    }

    @Test
    void whoeverRefusesNothingIsRecordedAnywhere() {
        var scarce = Sku.of("SKU-" + UUID.randomUUID());
        shop.accepted(product(scarce, Kind.GOODS, 0));
        leavesOnlyARecord(member.buys(scarce, 1, "10.00").sale(), StockRejection.NOT_ENOUGH_STOCK);
        leavesOnlyARecord(member.buys(1, "10.00").paid(TenderType.POINTS, 1_000).sale(), NOT_ENOUGH_POINTS);
        leavesOnlyARecord(
                member.buys(1, "10.00").programme(ProgrammeId.of("NOWHERE")).sale(), PROGRAMME_UNKNOWN);
        leavesOnlyARecord(member.buys(1, "10.00").customer("C-STRANGER").sale(), CUSTOMER_NOT_ENROLLED);
        leavesOnlyARecord(member.buys(1, "10.00").at(noon(BEGUN.minusDays(2))).sale(), PROGRAMME_NOT_IN_FORCE);
        var abroad = LocationId.of("LONDON");
        shop.submit(open(abroad, "GBP", 1));
        leavesOnlyARecord(member.buys(POSTAGE, 1, "10.00").in(abroad, "GBP").sale(), PROGRAMME_IN_OTHER_CURRENCY);
        assertThat(member.balance()).isZero();
    }

    @Test
    void theCategoryOfAProductDecidesWhatItEarns() {
        var pottery = CategoryId.of("POTTERY");
        member = Member.enrolled(shop, with(Pending.HAND_OVER, 0, new EarningRule(pottery, null, 5, 100), PLAIN));
        var cup = Sku.of("SKU-" + UUID.randomUUID());
        shop.accepted(
                new RegisterProduct(cup, "Cup", Kind.GOODS, "EA", 0, List.of(), pottery, NOON),
                receive(lisbon(cup), units(1)));
        var answer = shop.accepted(
                member.buys(cup, 1, "10.00").line(member.sku, units(1), "10.00").sale());

        assertThat(recorded(answer).lines())
                .extracting(line -> line.earning().points())
                .containsExactly(50L, 10L);
    }

    /** Rule book, "Tenders": selling a gift card is a liability: no promotion, no points. */
    @Test
    void aGiftCardEarnsNothingAndWhatItPaysEarnsLikeMoney() {
        var card = new StoredValueId(Uuid7.random());
        shop.accepted(product(Cards.GIFT_CARD, Kind.GIFT_CARD, 0));
        var basket = member.buys(1, "10.00").card("30.00", card);
        var sold = recorded(shop.accepted(basket.sale()));
        assertThat(sold.earning().points()).isEqualTo(10);
        assertThat(sold.lines().getLast().earning()).isNull();
        shop.accepted(
                member.buys(2, "10.00").paid(TenderType.GIFT_CARD, 2_000, card).sale());
        assertThat(member.balance()).isEqualTo(30);
    }

    @Test
    void aShipmentsPointsWaitAndThoseOverTheCounterDoNot() {
        member = Member.enrolled(shop, with(Pending.HAND_OVER, 14, PLAIN));
        shop.accepted(member.buys(1, "10.00").by(WEB, Handover.SHIPMENT).sale());
        shop.accepted(member.buys(1, "20.00").sale());

        assertThat(member.state().lots().usable(TODAY)).isEqualTo(20);
        assertThat(member.state().lots().usable(TODAY.plusDays(14))).isEqualTo(30);
    }

    @Test
    void orAllOfThemWaitUntilTheGoodsCannotComeBack() {
        member = Member.enrolled(shop, with(Pending.RETURN_WINDOW, 0, PLAIN));
        var until = recorded(shop.accepted(member.buys(1, "10.00").sale())).returnableUntil();

        assertThat(member.state().lots().usable(until)).isZero();
        assertThat(member.state().lots().usable(until.plusDays(1))).isEqualTo(10);
    }

    @Test
    void aPartialSaleEarnsOnWhatWasSold() {
        var few = Sku.of("SKU-" + UUID.randomUUID());
        shop.accepted(product(few, Kind.GOODS, 0), receive(lisbon(few), units(2)));
        var answer = shop.accepted(member.buys(few, 5, "10.00").partial().sale());

        assertThat(recorded(answer).earning().points()).isEqualTo(20);
        assertThat(answer.result().at("/lines/0/earning/points").longValue()).isEqualTo(20);
    }

    /** The decision's time beats the sweeper: the expiry stands in the sale's own append, before the sale. */
    @Test
    void aSaleAfterTheLastDayWritesDownFirstThatPointsExpired() {
        member.granted(300);
        var late = noon(LAST_DAY.plusDays(1));
        shop.clockSays(late);
        leavesOnlyARecord(
                member.buys(1, "1.00").paid(TenderType.POINTS, 100).at(late).sale(), NOT_ENOUGH_POINTS);
        var answer = shop.accepted(member.buys(1, "1.00").at(late).sale());

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        GoodsSold.class, PointsExpired.class, PointsEarned.class, SaleRecorded.class);
        assertThat(member.balance()).isEqualTo(1);
    }

    @Test
    void theSweepersCommandWritesDownWhatIsDueAndNothingElse() {
        member.granted(300);
        var review = new ReviewLoyaltyAccount(member.programme, member.customer, NOON);
        leavesOnlyARecord(review);
        shop.clockSays(noon(LAST_DAY.plusDays(1)));
        assertThat(shop.factsOf(shop.accepted(review))).hasExactlyElementsOfTypes(PointsExpired.class);
        leavesOnlyARecord(review);
    }

    @Test
    void termsThatAreSetMeanwhileHoldForTheNextSale() {
        shop.accepted(member.buys(1, "10.00").sale());
        shop.accepted(set(member.programme, TODAY, with(Pending.HAND_OVER, 0, new EarningRule(null, null, 3, 100))));
        shop.accepted(member.buys(1, "10.00").sale());

        assertThat(member.events())
                .filteredOn(PointsEarned.class::isInstance)
                .extracting(event -> ((PointsEarned) event).terms().number())
                .containsExactly(1, 2);
        assertThat(member.balance()).isEqualTo(40);
    }

    /**
     * frappe/erpnext#59050: points redeemed twice. Two hundred sales at once from 64 clients, each paid in points, of an
     * account that has enough for fifty of them.
     */
    @Test
    void ofTwoHundredRedemptionsAtOnceOnlyThoseThatTheBalanceAllowsAreSold() throws Exception {
        member.granted(500);
        long before = shop.head();
        var wanted = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 200; i++) {
            var sale = member.buys(1, "0.10").paid(TenderType.POINTS, 10).sale();
            wanted.add(() -> shop.submit(sale));
        }
        var answers = new ArrayList<Answer>();
        try (var tills = Executors.newFixedThreadPool(64)) {
            for (var answer : tills.invokeAll(wanted)) answers.add(answer.get());
        }

        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> NOT_ENOUGH_POINTS.name().equals(answer.code()))
                .hasSize(150)
                .allMatch(answer -> answer.position() > before);
        assertThat(shop.head() - before)
                .as("three facts and a record, or a record")
                .isEqualTo(50 * 4 + 150);
        assertThat(member.balance()).isZero();
    }

    private static ProgrammeTerms with(Pending pending, int pendingDays, EarningRule... rules) {
        return new ProgrammeTerms(
                List.of(rules),
                0,
                PointsRounding.FLOOR,
                100,
                pending,
                pendingDays,
                new PointsWorth(1, 1),
                0,
                500,
                List.of(),
                30);
    }

    private SaleRecorded recorded(Answer answer) {
        return (SaleRecorded) shop.factsOf(answer).getLast();
    }

    private void leavesOnlyARecord(Command command, Rejection why) {
        long head = shop.head();
        shop.refused(command, why);
        assertThat(shop.head()).isEqualTo(head + 1);
    }

    private void leavesOnlyARecord(Command command) {
        long head = shop.head();
        shop.accepted(command);
        assertThat(shop.head()).isEqualTo(head + 1);
    }
}
