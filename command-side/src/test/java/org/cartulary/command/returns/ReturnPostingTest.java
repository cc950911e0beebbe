package org.cartulary.command.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Returns and exchanges": what a return against its sale does to sale, shelves and tenders, in one append. */
class ReturnPostingTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private static final PolicyOverride GOODWILL = new PolicyOverride("loyal customer", "manager-1");

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final SaleId sale = new SaleId(Uuid7.random());
    private TestLedger shop;

    @BeforeEach
    void stocks() {
        shop = open.ledger();
        shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(15)));
    }

    /** frappe/erpnext#24259: over-return. */
    @Test
    void overSeveralReturnsNoMoreComesBackThanWasSold() {
        sold(3, "10.00");
        shop.accepted(back(units(2)));
        shop.refused(back(units(2)), SaleRejection.RETURN_EXCEEDS_SALE);
        shop.accepted(back(units(1)));
        long head = shop.head();
        shop.refused(back(units(1)), SaleRejection.RETURN_EXCEEDS_SALE);
        assertThat(shop.head()).as("nothing but the refusal's record").isEqualTo(head + 1);
        assertThat(goodsBack(lisbon(sku))).extracting(GoodsReturned::quantity).containsExactly(units(2), units(1));
    }

    @Test
    void ofTwentyAtOnceThatBringTheSameUnitOneDoes() throws Exception {
        sold(1, "10.00");
        try (var tills = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> running = IntStream.range(0, 20)
                    .mapToObj(i -> tills.submit(() -> shop.submit(back(units(1)))))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var answer : running) answers.add(answer.get());
            assertThat(answers).filteredOn(Answer::isAccepted).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> "RETURN_EXCEEDS_SALE".equals(answer.code()))
                    .hasSize(19);
        }
        assertThat(goodsBack(lisbon(sku))).hasSize(1);
    }

    @Test
    void aUnitsRefundIsFrozenAndTheLastOneTakesTheRemainder() {
        shop.accepted(new Basket()
                .with(sale)
                .line(sku, null, units(3), "3.34", 2, 0, null)
                .sale());
        var refunds = IntStream.range(0, 3)
                .mapToLong(i -> recorded(shop.accepted(back(units(1))))
                        .refunds()
                        .getFirst()
                        .amountMinor())
                .boxed()
                .toList();
        assertThat(refunds).containsExactly(333L, 333L, 334L);
    }

    @Test
    void eachUnitGoesWhereItsDispositionSays() {
        sold(15, "1.00");
        var dispositions = Disposition.values();
        var lines = IntStream.range(0, dispositions.length)
                .mapToObj(i -> new Line(i + 1, 1, units(i + 1), dispositions[i], false, "moved out"))
                .toList();
        shop.accepted(of(LISBON, lines, null, NOON));
        assertThat(goodsBack(lisbon(sku)))
                .extracting(GoodsReturned::condition, GoodsReturned::quantity)
                .containsExactlyInAnyOrder(
                        tuple(Condition.SELLABLE, back(Disposition.RESTOCK)),
                        tuple(Condition.QUARANTINE, back(Disposition.QUARANTINE)),
                        tuple(Condition.DAMAGED, back(Disposition.DAMAGED)));
        shop.accepted(Basket.of(sku, back(Disposition.RESTOCK).thousandths() / 1_000, "1.00")
                .sale());
    }

    private static Quantity back(Disposition disposition) {
        return units(disposition.ordinal() + 1);
    }

    @Test
    void goodsJoinTheStockOfThePlaceThatReceivesThem() {
        sold(1, "10.00");
        shop.accepted(of(WAREHOUSE, lines(units(1)), null, NOON));
        assertThat(goodsBack(new StockId(WAREHOUSE, sku))).hasSize(1);
        assertThat(goodsBack(lisbon(sku))).isEmpty();
    }

    @Test
    void moneyGoesToTheTendersOfTheSaleInTheirSequence() {
        shop.accepted(Basket.of(sku, 10, "1.00")
                .with(sale)
                .paid(TenderType.CARD, 600)
                .paid(TenderType.CASH, 500)
                .change(100)
                .sale());
        var first = shop.accepted(back(units(7)));
        assertThat(recorded(first).refunds())
                .extracting(Refund::tender, Refund::type, Refund::amountMinor)
                .containsExactly(tuple(1, TenderType.CARD, 600L), tuple(2, TenderType.CASH, 100L));
        assertThat(first.result().path("refundMinor").longValue()).isEqualTo(700);
        assertThat(recorded(shop.accepted(back(units(3)))).refunds())
                .extracting(Refund::tender, Refund::amountMinor)
                .containsExactly(tuple(2, 300L));
    }

    @Test
    void whatIsSentAgainIsRefundedOnce() {
        sold(2, "10.00");
        var command = back(units(1));
        var first = shop.ledger.submit(TestLedger.sender("refund-" + sku), command);
        var again = shop.ledger.submit(TestLedger.sender("refund-" + sku), command);
        assertThat(again.replayed()).isTrue();
        assertThat(again.result()).hasToString(first.result().toString());
        assertThat(goodsBack(lisbon(sku))).hasSize(1);
        shop.refused(command, ReturnsRejection.RETURN_ALREADY_RECORDED);
    }

    @Test
    void noPlaceRefundsInAnotherCurrencyThanTheSales() {
        var newYork = LocationId.of("NEW-YORK");
        shop.accepted(open(newYork, "USD", 1));
        sold(1, "10.00");
        shop.refused(of(newYork, lines(units(1)), null, NOON), ReturnsRejection.RETURN_IN_OTHER_CURRENCY);
    }

    @Test
    void afterTheWindowSomebodyWhoMayHasToAllowIt() {
        var sold = NOON.minus(Duration.ofDays(31));
        shop.accepted(Basket.of(sku, 1, "10.00").with(sale).at(sold).sale());
        shop.refused(back(units(1)), SaleRejection.RETURN_WINDOW_CLOSED);
        var allowed = shop.accepted(of(LISBON, lines(units(1)), GOODWILL, NOON));
        assertThat(recorded(allowed).override()).isEqualTo(GOODWILL);
    }

    @Test
    void onTheLastDayOfTheWindowGoodsComeBack() {
        shop.accepted(Basket.of(sku, 1, "10.00")
                .with(sale)
                .at(NOON.minus(Duration.ofDays(30)))
                .sale());
        shop.accepted(back(units(1)));
    }

    @Test
    void aServiceIsRefundedAndBringsNoGoods() {
        shop.accepted(new Basket().with(sale).line(POSTAGE, units(1), "4.90").sale());
        var answer = shop.accepted(back(units(1)));
        assertThat(shop.factsOf(answer)).noneMatch(GoodsReturned.class::isInstance);
        assertThat(recorded(answer).refunds()).extracting(Refund::amountMinor).containsExactly(490L);
    }

    @Test
    void whatIsUnknownOrTooFineIsRefused() {
        sold(1, "10.00");
        shop.refused(back(Quantity.parse("0.5")), ProductRejection.QUANTITY_TOO_FINE);
        shop.refused(of(LocationId.of("NOWHERE"), lines(units(1)), null, NOON), LocationRejection.LOCATION_UNKNOWN);
        var other = List.of(new Line(1, 2, units(1), null, false, "did not fit"));
        shop.refused(of(LISBON, other, null, NOON), SaleRejection.SALE_LINE_UNKNOWN);
    }

    private void sold(long units, String price) {
        shop.accepted(Basket.of(sku, units, price).with(sale).sale());
    }

    private RecordReturn back(Quantity quantity) {
        return of(LISBON, lines(quantity), null, NOON);
    }

    private static List<Line> lines(Quantity quantity) {
        return List.of(new Line(1, 1, quantity, null, false, "did not fit"));
    }

    private RecordReturn of(LocationId location, List<Line> lines, PolicyOverride override, Instant at) {
        return new RecordReturn(new ReturnId(Uuid7.random()), sale, location, TILL, null, lines, 0, override, at);
    }

    private ReturnRecorded recorded(Answer answer) {
        return shop.factsOf(answer).stream()
                .filter(ReturnRecorded.class::isInstance)
                .map(ReturnRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<GoodsReturned> goodsBack(StockId shelf) {
        return shop.stream(shelf.toString()).stream()
                .filter(GoodsReturned.class::isInstance)
                .map(GoodsReturned.class::cast)
                .toList();
    }
}
