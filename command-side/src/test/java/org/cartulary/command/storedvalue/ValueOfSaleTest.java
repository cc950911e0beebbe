package org.cartulary.command.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.storedvalue.Cards.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.DrawnTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Tenders": gift cards and stored credit pay for and are sold by sales, in the sale's own append. */
class ValueOfSaleTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final StoredValueId one = account();
    private final StoredValueId other = account();
    private TestLedger shop;

    @BeforeAll
    static void sellsCards() {
        open.ledger().accepted(product(GIFT_CARD, Kind.GIFT_CARD, 0));
    }

    @BeforeEach
    void stocks() {
        shop = open.ledger();
        shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(300)));
    }

    @Test
    void aTenderIsPaidFromItsLotsInTheSalesOwnAppend() {
        shop.accepted(card(one, 500, TODAY), load(one, 1000, null));

        var answer = shop.accepted(
                basket("12.00").paid(TenderType.GIFT_CARD, 1200, one).sale());

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(GoodsSold.class, ValueRedeemed.class, SaleRecorded.class);
        assertThat(((SaleRecorded) shop.factsOf(answer).getLast()).drawn())
                .containsExactly(new DrawnTender(1, List.of(new LotPart(1, 500, TODAY), new LotPart(2, 700, null))));
        assertThat(balance(shop, one)).isEqualTo(300);
    }

    /**
     * medusajs/medusa#4892, saleor/saleor#13640: two gift cards both drained. Tenders are allocated in sequence against the
     * remaining due, so the second card gives only what the first has left due.
     */
    @Test
    void ofTwoCardsTheSecondGivesOnlyWhatIsStillDue() {
        shop.accepted(card(one, 1000, null), card(other, 1000, null));

        leavesOnlyARecord(
                basket("15.00")
                        .paid(TenderType.GIFT_CARD, 1000, one)
                        .paid(TenderType.GIFT_CARD, 1000, other)
                        .sale(),
                SaleRejection.NON_CASH_EXCEEDS_DUE);
        shop.accepted(basket("15.00")
                .paid(TenderType.GIFT_CARD, 1000, one)
                .paid(TenderType.GIFT_CARD, 500, other)
                .sale());
        assertThat(balance(shop, one)).isZero();
        assertThat(balance(shop, other)).isEqualTo(500);
    }

    @Test
    void twoTendersOnOneCardAreDecidedTogether() {
        shop.accepted(card(one, 1000, null));

        leavesOnlyARecord(twice(600, 600), StoredValueRejection.NOT_ENOUGH_STORED_VALUE);
        var answer = shop.accepted(twice(600, 400));
        assertThat(((SaleRecorded) shop.factsOf(answer).getLast()).drawn())
                .extracting(DrawnTender::tender)
                .containsExactly(1, 2);
        assertThat(balance(shop, one)).isZero();
    }

    private Command twice(long first, long second) {
        return new Basket()
                .line(sku, units(1), "" + (first + second) / 100 + ".00")
                .paid(TenderType.GIFT_CARD, first, one)
                .paid(TenderType.GIFT_CARD, second, one)
                .sale();
    }

    @Test
    void whateverTheAccountRefusesTheGoodsStay() {
        shop.accepted(card(one, 1000, null), credit(other, 1000));
        var sale = basket("10.00");
        leavesOnlyARecord(
                basket("10.00").paid(TenderType.GIFT_CARD, 1000, account()).sale(),
                StoredValueRejection.STORED_VALUE_UNKNOWN);
        leavesOnlyARecord(
                basket("10.00").paid(TenderType.GIFT_CARD, 1000, other).sale(),
                StoredValueRejection.STORED_VALUE_OF_OTHER_KIND);
        leavesOnlyARecord(
                basket("10.00").paid(TenderType.GIFT_CARD, 1000).sale(), SaleRejection.TENDER_WITHOUT_ACCOUNT);
        shop.accepted(block(one));
        leavesOnlyARecord(sale.paid(TenderType.GIFT_CARD, 1000, one).sale(), StoredValueRejection.STORED_VALUE_BLOCKED);
        shop.accepted(
                basket("10.00").paid(TenderType.STORED_CREDIT, 1000, other).sale());
    }

    /** Rule book, "Tenders": one currency. */
    @Test
    void anAccountPaysInItsOwnCurrencyAlone() {
        var london = LocationId.of("LONDON-" + UUID.randomUUID().toString().substring(0, 8));
        shop.accepted(open(london, "GBP", 1), card(one, 1000, null));
        shop.accepted(receive(new StockId(london, sku), units(1)));

        leavesOnlyARecord(
                Basket.of(sku, 1, "5.00")
                        .in(london, "GBP")
                        .paid(TenderType.GIFT_CARD, 500, one)
                        .sale(),
                StoredValueRejection.STORED_VALUE_IN_OTHER_CURRENCY);
    }

    @Test
    void aLineSellsACardAsALiabilityAndTakesNoStock() {
        var answer = shop.accepted(new Basket().card("50.00", one).sale());

        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(AccountOpened.class, ValueLoaded.class, SaleRecorded.class);
        var sale = (SaleRecorded) shop.factsOf(answer).getLast();
        assertThat(sale.lines())
                .extracting(SaleLine::storedValue, SaleLine::stock, SaleLine::taxMinor)
                .containsExactly(tuple(one, null, 0L));
        shop.accepted(new Basket().card("25.00", one).sale());
        assertThat(balance(shop, one)).as("sold, and loaded again").isEqualTo(7500);
    }

    @Test
    void oneSaleSpendsACardAndLoadsItAgain() {
        shop.accepted(card(one, 1000, null));

        shop.accepted(basket("10.00")
                .card("30.00", one)
                .paid(TenderType.GIFT_CARD, 1000, one)
                .paid(TenderType.CARD, 3000)
                .sale());

        assertThat(balance(shop, one)).isEqualTo(3000);
        assertThat(shop.stream(StoredValueEvent.streamOf(one)))
                .hasExactlyElementsOfTypes(
                        AccountOpened.class, ValueLoaded.class, ValueRedeemed.class, ValueLoaded.class);
    }

    /** Rule book, "Tenders": selling one is a liability, no promotion. */
    @Test
    void anOrdersDiscountLeavesTheCardAlone() {
        leavesOnlyARecord(discounted(100, 200), SaleRejection.ORDER_DISCOUNT_DIFFERS);
        shop.accepted(discounted(300, 0));
        assertThat(balance(shop, one)).isEqualTo(5000);
    }

    private Command discounted(long offGoods, long offCard) {
        return new Basket()
                .line(sku, null, units(1), "30.00", 0, offGoods, null)
                .line(cardLine(offCard))
                .orderDiscount(300)
                .sale();
    }

    private Line cardLine(long orderDiscountMinor) {
        var plain = line(2, "50.00", one, null);
        return new Line(
                2,
                plain.sku(),
                null,
                null,
                plain.quantity(),
                plain.unitPrice(),
                0,
                orderDiscountMinor,
                List.of(),
                null,
                plain.card());
    }

    @Test
    void aCardIsSoldPlainlyAndNothingElseLoadsAnAccount() {
        leavesOnlyARecord(new Basket().line(GIFT_CARD, units(1), "50.00").sale(), SaleRejection.CARD_MISSING);
        var plain = line(1, "50.00", one, null);
        leavesOnlyARecord(new Basket().line(with(plain, sku, 1, 0)).sale(), SaleRejection.CARD_ON_OTHER_PRODUCT);
        leavesOnlyARecord(
                new Basket().line(with(plain, GIFT_CARD, 2, 0)).sale(), SaleRejection.GIFT_CARD_LINE_NOT_PLAIN);
        leavesOnlyARecord(
                new Basket().line(with(plain, GIFT_CARD, 1, 100)).sale(), SaleRejection.GIFT_CARD_LINE_NOT_PLAIN);
    }

    private static Line with(Line plain, Sku sku, long units, long discountMinor) {
        return new Line(
                1, sku, null, null, units(units), plain.unitPrice(), discountMinor, 0, List.of(), null, plain.card());
    }

    /** Rule book, "Tenders": no promotion, no points; and a card that expires today does not buy one that never does. */
    @Test
    void aCardIsBoughtWithMoneyAlone() {
        var card = account();
        shop.accepted(card(card, 5_000, TODAY));
        leavesOnlyARecord(
                new Basket()
                        .card("50.00", card)
                        .paid(TenderType.GIFT_CARD, 5_000, card)
                        .sale(),
                SaleRejection.GIFT_CARD_NEEDS_MONEY);
        leavesOnlyARecord(
                new Basket()
                        .card("50.00", account())
                        .paid(TenderType.COUPON, 1)
                        .paid(TenderType.CASH, 4_999)
                        .sale(),
                SaleRejection.GIFT_CARD_NEEDS_MONEY);
    }

    @Test
    void aPartialSaleTakesOnlyWhatIsStillDueFromTheCard() {
        var scarce = Sku.of("SKU-" + UUID.randomUUID());
        shop.accepted(product(scarce, Kind.GOODS, 0), receive(lisbon(scarce), units(1)), card(one, 3000, null));

        shop.accepted(new Basket()
                .line(scarce, units(3), "10.00")
                .paid(TenderType.GIFT_CARD, 3000, one)
                .partial()
                .sale());

        assertThat(balance(shop, one)).isEqualTo(2000);
    }

    /** Rule book, "Tenders": the balance is never negative, whoever asks at the same moment; and every refusal is recorded. */
    @Test
    void twoHundredSalesAtOnceNeverSpendMoreThanTheCardHolds() throws Exception {
        shop.accepted(card(one, 10_000, null));
        long head = shop.head();
        var tries = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 200; i++)
            tries.add(() -> shop.submit(
                    basket("1.50").paid(TenderType.GIFT_CARD, 150, one).sale()));
        var answers = new ArrayList<Answer>();
        try (var tills = Executors.newFixedThreadPool(64)) {
            for (var answer : tills.invokeAll(tries)) answers.add(answer.get());
        }

        Map<String, Long> outcomes = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.isAccepted() ? "accepted" : answer.code(), Collectors.counting()));
        assertThat(outcomes)
                .containsOnly(
                        Map.entry("accepted", 66L),
                        Map.entry(StoredValueRejection.NOT_ENOUGH_STORED_VALUE.name(), 134L));
        assertThat(balance(shop, one)).isEqualTo(100);
        assertThat(shop.head())
                .as("a record each, and three facts of each sale")
                .isEqualTo(head + 200 + 66 * 3);
    }

    private Basket basket(String price) {
        return Basket.of(sku, 1, price);
    }

    private void leavesOnlyARecord(Command command, Rejection why) {
        long head = shop.head();
        shop.refused(command, why);
        assertThat(shop.head()).isEqualTo(head + 1);
    }
}
