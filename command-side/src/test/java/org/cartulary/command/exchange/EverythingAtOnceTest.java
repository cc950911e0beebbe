package org.cartulary.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyRejection;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.reservation.ReservationRejection;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.storedvalue.StoredValueCommand.BlockStoredValue;
import org.cartulary.command.storedvalue.StoredValueRejection;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsRedeemed;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsReturned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsReversed;
import org.cartulary.events.reservation.ReservationEvent.ReservationUsed;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueRedeemed;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueRefunded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Design, "One posting, one append": all that a sale touches changes together, or whoever refuses, nothing does. */
class EverythingAtOnceTest {

    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private TestLedger ledger;
    private BigBasket basket;

    @BeforeEach
    void opens() {
        ledger = open.ledger();
        basket = new BigBasket();
        basket.opens(ledger);
    }

    @Test
    void oneAppendHoldsTheHoldTheGoodsTheCardThePointsAndTheSale() {
        var answer = ledger.accepted(basket.sale());

        assertThat(ledger.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        ReservationUsed.class,
                        GoodsSold.class,
                        GoodsSold.class,
                        GoodsSold.class,
                        GoodsSold.class,
                        ValueRedeemed.class,
                        PointsRedeemed.class,
                        PointsEarned.class,
                        SaleRecorded.class);
        var sale = (SaleRecorded) ledger.factsOf(answer).getLast();
        assertThat(sale.totalMinor()).isEqualTo(BigBasket.TOTAL);
        // Without the service, less what was paid in points: 62.78 x (89.92 - 5.00) / 89.92.
        assertThat(sale.earning().baseMinor()).isEqualTo(5_928);
        assertThat(sale.earning().points()).isEqualTo(59);
        assertThat(sale.lines().stream()
                        .filter(line -> line.earning() != null)
                        .mapToLong(line -> line.earning().points())
                        .sum())
                .isEqualTo(59);
    }

    /** Each of them alone: the world is as before, but for the record, and the same basket passes once the reason is gone. */
    static Stream<Arguments> participantsOfTheSale() {
        return Stream.of(
                refuses(
                        "the reservation",
                        basket -> new ReleaseReservation(basket.hold, "cart-1", "changed their mind", NOON),
                        ReservationRejection.RESERVATION_RELEASED),
                refuses("the shelf of the cups", basket -> loses(basket, basket.cup, "-1"), NOT_THERE),
                refuses("the shelf of the tea", basket -> loses(basket, basket.tea, "-0.001"), NOT_THERE),
                refuses("the shelf of the jugs", basket -> loses(basket, basket.jug, "-1"), NOT_THERE),
                refuses(
                        "the gift card",
                        basket -> new BlockStoredValue(basket.giftCard, "lost", NOON),
                        StoredValueRejection.STORED_VALUE_BLOCKED),
                refuses(
                        "the points account",
                        basket -> new AdjustPoints(basket.programme, basket.customer, -1, "a mistake", NOON),
                        LoyaltyRejection.NOT_ENOUGH_POINTS));
    }

    private static final Rejection NOT_THERE = StockRejection.NOT_ENOUGH_STOCK;

    private static Arguments refuses(String who, Function<BigBasket, Command> because, Rejection code) {
        return arguments(who, because, code);
    }

    private static AdjustStock loses(BigBasket basket, Sku sku, String change) {
        return new AdjustStock(basket.shelf(sku), Condition.SELLABLE, QuantityChange.parse(change), "broken", NOON);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("participantsOfTheSale")
    void whoeverRefusesTheSaleNothingOfItIsRecorded(String who, Function<BigBasket, Command> because, Rejection code) {
        ledger.accepted(because.apply(basket));
        leavesOnlyItsRecord(basket.sale(), code);
    }

    /** A hold is the shelf's word too: the shelf refuses units that were sold from the hold already. */
    @Test
    void theSaleItselfRefusesToBeRecordedTwice() {
        ledger.accepted(basket.sale());
        leavesOnlyItsRecord(basket.sale(), SaleRejection.SALE_ALREADY_RECORDED);
        leavesOnlyItsRecord(basket.sale(new SaleId(Uuid7.random())), ReservationRejection.RESERVATION_USED_UP);
    }

    @Test
    void aPartComesBackElsewhereAndEachParticipantGetsItsShare() {
        ledger.accepted(basket.sale());

        var answer = ledger.accepted(basket.back());

        assertThat(ledger.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        SaleReturned.class,
                        GoodsReturned.class,
                        GoodsReturned.class,
                        ValueRefunded.class,
                        PointsReturned.class,
                        PointsReversed.class,
                        ReturnRecorded.class);
        // One cup of two is 5.53 and the tea 9.46: the points come first, then the gift card.
        var back = (ReturnRecorded) ledger.factsOf(answer).getLast();
        assertThat(back.refunds())
                .extracting(Refund::type, Refund::amountMinor)
                .containsExactly(tuple(TenderType.POINTS, 500L), tuple(TenderType.GIFT_CARD, 999L));
        assertThat(back.pointsReturned()).isEqualTo(500);
        // The cups had earned 9 points, of which one cup reverses 4, and the tea 8.
        assertThat(back.lines()).extracting(line -> line.earning().points()).containsExactly(4L, 8L);
    }

    @Test
    void whatWouldComeBackTwiceIsRefusedEverywhere() {
        ledger.accepted(basket.sale());
        ledger.accepted(basket.back());
        leavesOnlyItsRecord(
                basket.back(new Line(1, 2, units(2), null, false, "chipped")), SaleRejection.RETURN_EXCEEDS_SALE);
    }

    @Test
    void anUnevenExchangeSettlesTheDifferenceOnce() {
        ledger.accepted(basket.sale());
        ledger.accepted(receive(basket.otherShelf(basket.jug), units(1)));
        // The jug's 31.58: 5.00 go back as points, 20.00 by gift card, and 6.58 had been paid by card.
        var back = basket.back(new Line(1, 5, units(1), null, false, "too small"));

        var answer = ledger.accepted(basket.exchange(back, basket.jug, "12.00", 1_200));

        var facts = ledger.factsOf(answer);
        assertThat(facts).filteredOn(SaleRecorded.class::isInstance).hasSize(1);
        var returned = (ReturnRecorded) facts.stream()
                .filter(ReturnRecorded.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(returned.refunds())
                .extracting(Refund::type, Refund::amountMinor)
                .containsExactly(
                        tuple(TenderType.POINTS, 500L),
                        tuple(TenderType.GIFT_CARD, 1_458L),
                        tuple(TenderType.EXCHANGE, 542L),
                        tuple(TenderType.EXCHANGE, 658L));
    }

    @Test
    void anExchangeIsRefusedAsAWhole() {
        ledger.accepted(basket.sale());
        var back = basket.back(new Line(1, 5, units(1), null, false, "too small"));
        leavesOnlyItsRecord(basket.exchange(back, basket.cup, "12.00", 1_200), NOT_THERE);
        leavesOnlyItsRecord(
                basket.exchange(back, basket.jug, "12.00", 1_199), ExchangeRejection.EXCHANGE_CREDIT_DIFFERS);
        var even = basket.exchange(back, basket.jug, "12.00", 1_200);
        leavesOnlyItsRecord(
                new RecordExchange(even.returned(), even.sold(), true), ExchangeRejection.EXCHANGE_NOT_EVEN);
        // Nothing of it stayed: all of it can still be done, with the very jug that comes back.
        ledger.accepted(even);
        leavesOnlyItsRecord(even.sold(), SaleRejection.SALE_ALREADY_RECORDED);
    }

    @Test
    void goodsPayForOthersOnlyInAnExchange() {
        ledger.accepted(basket.sale());
        var exchange = basket.exchange(basket.back(), basket.jug, "5.00", 500);
        leavesOnlyItsRecord(exchange.sold(), SaleRejection.TENDER_NOT_ACCEPTED);
    }

    private void leavesOnlyItsRecord(Command command, Rejection code) {
        long before = ledger.head();
        var dry = ledger.ledger.dryRun(TestLedger.sender("dry"), command);
        assertThat(dry.code()).isEqualTo(code.name());
        assertThat(dry.wouldRecord()).isEmpty();
        assertThat(ledger.head()).isEqualTo(before);

        var answer = ledger.refused(command, code);

        assertThat(answer.events()).isZero();
        assertThat(ledger.head()).as("its record alone").isEqualTo(before + 1);
        assertThat(List.of(answer.position())).containsExactly(before + 1);
    }
}
