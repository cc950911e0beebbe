package org.cartulary.command.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.storedvalue.Cards.*;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.command.returns.ReturnsRejection;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.Refund.Rerouted;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Tenders": where refunds go that a gift card or a credit had paid, or that become stored credit. */
class ValueOfReturnTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private static final PolicyOverride ALLOWED = new PolicyOverride("customer moves abroad", "manager-1");

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final SaleId sale = new SaleId(Uuid7.random());
    private final StoredValueId card = account();
    private TestLedger shop;

    @BeforeAll
    static void sellsCards() {
        open.ledger().accepted(product(GIFT_CARD, Kind.GIFT_CARD, 0));
    }

    @BeforeEach
    void stocks() {
        shop = open.ledger();
        shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(20)));
    }

    @AfterEach
    void setsTheClockBack() {
        shop.clockSays(TestLedger.NOW);
    }

    /** A gift-card refund goes to the same card; partial refunds sum exactly to what was paid, lot by lot. */
    @Test
    void partsOfASaleGoBackToTheVeryLotsAndSumExactlyToWhatWasPaid() {
        shop.accepted(card(card, 500, TODAY.plusDays(9)), load(card, 1000, null));
        shop.accepted(new Basket()
                .with(sale)
                .line(sku, null, units(3), "3.34", 2, 0, null)
                .paid(TenderType.GIFT_CARD, 1000, card)
                .sale());
        assertThat(balance(shop, card)).isEqualTo(500);

        var refunds = List.of(back(1), back(1), back(1)).stream()
                .map(shop::accepted)
                .map(ValueOfReturnTest::refundOf)
                .toList();

        assertThat(refunds).extracting(Refund::amountMinor).containsExactly(333L, 333L, 334L);
        assertThat(refunds).extracting(Refund::reference).containsOnly(card.toString());
        assertThat(refunded())
                .containsExactly(
                        List.of(new LotPart(2, 333, null)),
                        List.of(new LotPart(2, 167, null), new LotPart(1, 166, TODAY.plusDays(9))),
                        List.of(new LotPart(1, 334, TODAY.plusDays(9))));
        assertThat(balance(shop, card)).isEqualTo(1500);
        shop.refused(back(1), SaleRejection.RETURN_EXCEEDS_SALE);
    }

    private List<List<LotPart>> refunded() {
        return shop.stream(StoredValueEvent.streamOf(card)).stream()
                .filter(ValueRefunded.class::isInstance)
                .map(event -> ((ValueRefunded) event).parts())
                .toList();
    }

    @Test
    void moneyGoesBackInTheSequenceOfTheTendersEachUpToWhatItPaid() {
        shop.accepted(card(card, 600, null));
        sold("10.00", 600);

        assertThat(recorded(shop.accepted(back(1))).refunds())
                .extracting(Refund::tender, Refund::type, Refund::amountMinor, Refund::rerouted)
                .containsExactly(tuple(1, TenderType.GIFT_CARD, 600L, null), tuple(2, TenderType.CARD, 400L, null));
        assertThat(balance(shop, card)).isEqualTo(600);
    }

    /** Rule book: or a new one if closed; what can't go back becomes stored credit with a reason. */
    @Test
    void whatABlockedCardHadPaidBecomesStoredCredit() {
        shop.accepted(card(card, 600, null));
        sold("10.00", 600);
        shop.accepted(block(card));
        var id = new ReturnId(Uuid7.random());

        var answer = shop.accepted(of(id, 1, null, null, null));

        var credit = new StoredValueId(id.value());
        assertThat(recorded(answer).refunds().getFirst())
                .isEqualTo(new Refund(1, TenderType.STORED_CREDIT, 600, credit.toString(), Rerouted.ACCOUNT_CLOSED));
        assertThat(balance(shop, credit)).isEqualTo(600);
        assertThat(balance(shop, card)).isZero();
    }

    @Test
    void whatCameFromALotThatHasExpiredMeanwhileIsWorthSomethingAgain() {
        shop.accepted(card(card, 600, TODAY));
        sold("10.00", 600);
        shop.clockSays(NOON.plus(Duration.ofDays(2)));

        shop.accepted(back(1));

        assertThat(refunded()).containsExactly(List.of(new LotPart(2, 600, null)));
        assertThat(balance(shop, card)).isEqualTo(600);
    }

    @Test
    void aCustomerMayTakeStoredCreditAtOnceForAllMoney() {
        var mine = account();
        shop.accepted(credit(mine, 100));
        sold("10.00", 0);

        var recorded = recorded(shop.accepted(of(new ReturnId(Uuid7.random()), 1, RefundAs.STORED_CREDIT, mine, null)));

        assertThat(recorded.refunds())
                .containsExactly(
                        new Refund(1, TenderType.STORED_CREDIT, 1000, mine.toString(), Rerouted.AS_STORED_CREDIT));
        assertThat(balance(shop, mine)).isEqualTo(1100);
    }

    @Test
    void whatACardHadPaidStaysOnTheCardThoughTheRestBecomesCredit() {
        shop.accepted(card(card, 600, null));
        sold("10.00", 600);
        var id = new ReturnId(Uuid7.random());

        shop.accepted(of(id, 1, RefundAs.STORED_CREDIT, null, null));

        assertThat(balance(shop, card)).isEqualTo(600);
        assertThat(balance(shop, new StoredValueId(id.value()))).isEqualTo(400);
    }

    /** Rule book: card to cash needs an override. */
    @Test
    void cashForWhatWasNotPaidInCashNeedsAnOverride() {
        shop.accepted(card(card, 600, null));
        sold("10.00", 600);
        var id = new ReturnId(Uuid7.random());

        shop.refused(of(id, 1, RefundAs.CASH, null, null), ReturnsRejection.CASH_NEEDS_OVERRIDE);
        assertThat(recorded(shop.accepted(of(id, 1, RefundAs.CASH, null, ALLOWED)))
                        .refunds())
                .extracting(Refund::type, Refund::amountMinor, Refund::reference, Refund::rerouted)
                .containsExactly(
                        tuple(TenderType.CASH, 600L, null, Rerouted.AS_CASH),
                        tuple(TenderType.CASH, 400L, null, Rerouted.AS_CASH));
        assertThat(balance(shop, card)).isZero();
    }

    @Test
    void whatWasPaidInCashGoesBackInCashWithoutOne() {
        shop.accepted(Basket.of(sku, 1, "10.00").with(sale).sale());

        assertThat(refundOf(shop.accepted(of(new ReturnId(Uuid7.random()), 1, RefundAs.CASH, null, null))))
                .extracting(Refund::type, Refund::rerouted)
                .containsExactly(TenderType.CASH, null);
    }

    /** Nobody gets back more than was paid: coins round down, together, and the return says by how much. */
    @Test
    void cashForACardIsRoundedToCoins() {
        var coins = LocationId.of("COINS-" + UUID.randomUUID().toString().substring(0, 8));
        shop.accepted(open(coins, "EUR", 5));
        shop.accepted(
                Basket.of(sku, 2, "5.04").with(sale).paid(TenderType.CARD, 1008).sale());
        var line = new Line(1, 1, units(1), null, false, "too many");
        var c = new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                coins,
                TILL,
                null,
                List.of(line),
                0,
                ALLOWED,
                RefundAs.CASH,
                null,
                NOON);

        var recorded = recorded(shop.accepted(c));

        assertThat(recorded.refunds()).extracting(Refund::amountMinor).containsExactly(505L);
        assertThat(recorded.cashRoundingMinor()).isEqualTo(1);
    }

    @Test
    void aCreditOfAnotherKindOrBlockedRefusesTheReturnWhole() {
        var blocked = account();
        shop.accepted(card(card, 100, null), credit(blocked, 1), block(blocked));
        sold("10.00", 0);
        var id = new ReturnId(Uuid7.random());
        long head = shop.head();

        shop.refused(of(id, 1, RefundAs.STORED_CREDIT, card, null), StoredValueRejection.STORED_VALUE_OF_OTHER_KIND);
        shop.refused(of(id, 1, RefundAs.STORED_CREDIT, blocked, null), StoredValueRejection.STORED_VALUE_BLOCKED);
        assertThat(shop.head()).isEqualTo(head + 2);
    }

    @Test
    void aGiftCardThatWasSoldDoesNotComeBack() {
        shop.accepted(new Basket().with(sale).card("50.00", card).sale());
        shop.refused(back(1), SaleRejection.GIFT_CARD_NOT_RETURNABLE);
        shop.refused(withoutReceipt(new ReturnId(Uuid7.random()), GIFT_CARD), SaleRejection.GIFT_CARD_NOT_RETURNABLE);
    }

    /** Rule book, "Returns and exchanges": without receipt, stored credit only. */
    @Test
    void aReturnWithoutReceiptOpensACreditOfItsOwn() {
        var id = new ReturnId(Uuid7.random());

        var answer = shop.accepted(withoutReceipt(id, sku));

        assertThat(shop.factsOf(answer)).hasAtLeastOneElementOfType(AccountOpened.class);
        assertThat(balance(shop, new StoredValueId(id.value()))).isEqualTo(500);
    }

    private RecordReturnWithoutReceipt withoutReceipt(ReturnId id, Sku what) {
        var line = new UnknownLine(1, what, units(1), UnitPrice.of("5.00"), 0, null, "a present");
        return new RecordReturnWithoutReceipt(
                id, LISBON, TILL, null, null, CustomerId.of("C-" + id), List.of(line), ALLOWED, null, NOON);
    }

    /** The rest is paid by card. */
    private void sold(String price, long byGiftCard) {
        var basket = Basket.of(sku, 1, price).with(sale);
        if (byGiftCard > 0) basket.paid(TenderType.GIFT_CARD, byGiftCard, card);
        shop.accepted(basket.paid(TenderType.CARD, basket.due() - byGiftCard).sale());
    }

    private RecordReturn back(long units) {
        return of(new ReturnId(Uuid7.random()), units, null, null, null);
    }

    private RecordReturn of(ReturnId id, long units, RefundAs as, StoredValueId credit, PolicyOverride override) {
        var line = new Line(1, 1, units(units), null, false, "not as expected");
        return new RecordReturn(id, sale, LISBON, TILL, null, List.of(line), 0, override, as, credit, NOON);
    }

    private static Refund refundOf(Answer answer) {
        return recorded(answer).refunds().getFirst();
    }

    private static ReturnRecorded recorded(Answer answer) {
        return (ReturnRecorded) open.ledger().factsOf(answer).getLast();
    }
}
