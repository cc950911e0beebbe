package org.cartulary.command.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.*;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Returns and exchanges": without receipt the lowest price in the look-back, stored credit, identity, a cap. */
class ReturnWithoutReceiptPostingTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private static final PolicyOverride GOODWILL = new PolicyOverride("well known", "manager-1");

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final CustomerId ann = CustomerId.of("C-" + UUID.randomUUID());
    private TestLedger shop;

    @BeforeEach
    void stocks() {
        shop = open.ledger();
        shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(20)));
    }

    @Test
    void theRefundIsStoredCreditAndTheGoodsAreOnTheShelf() {
        shop.accepted(Basket.of(sku, 1, "20.00").sale());
        var answer = shop.accepted(back(ann, 1, "20.00", null));
        assertThat(recorded(answer).refunds())
                .extracting(Refund::tender, Refund::type, Refund::amountMinor)
                .containsExactly(tuple(null, TenderType.STORED_CREDIT, 2_000L));
        assertThat(shop.factsOf(answer))
                .filteredOn(GoodsReturned.class::isInstance)
                .map(GoodsReturned.class::cast)
                .extracting(GoodsReturned::condition, GoodsReturned::quantity)
                .containsExactly(tuple(Condition.QUARANTINE, units(1)));
    }

    @Test
    void noMoreThanTheLowestPricePaidIsRefunded() {
        shop.accepted(Basket.of(sku, 1, "20.00").sale());
        shop.accepted(
                new Basket().line(sku, null, units(2), "20.00", 1_000, 0, null).sale());
        shop.refused(back(ann, 1, "15.01", null), ReturnsRejection.PRICE_ABOVE_LOWEST);
        var line = recorded(shop.accepted(back(ann, 1, "15.00", null))).lines().getFirst();
        assertThat(line.lowestUnitPrice()).isEqualTo(UnitPrice.of("15.00"));
    }

    @Test
    void thePositionUpToWhichPricesWereReadIsWrittenDown() {
        long sold = shop.accepted(Basket.of(sku, 1, "20.00").sale()).position();
        var answer = shop.accepted(back(ann, 1, "20.00", null));
        assertThat(recorded(answer).pricedAt()).isBetween(sold, answer.position() - 1);
    }

    @Test
    void whatWasNotSoldInTheLookBackHasNoPrice() {
        shop.refused(back(ann, 1, "1.00", null), ReturnsRejection.NO_PRICE_IN_LOOK_BACK);
        shop.accepted(
                Basket.of(sku, 1, "20.00").at(NOON.minus(Duration.ofDays(91))).sale());
        shop.refused(back(ann, 1, "1.00", null), ReturnsRejection.NO_PRICE_IN_LOOK_BACK);
        shop.accepted(
                Basket.of(sku, 1, "20.00").at(NOON.minus(Duration.ofDays(90))).sale());
        shop.accepted(back(ann, 1, "1.00", null));
    }

    @Test
    void theCustomerIsKnownOrSomebodyAllowsIt() {
        shop.accepted(Basket.of(sku, 1, "20.00").sale());
        shop.refused(back(null, 1, "20.00", null), ReturnsRejection.IDENTITY_NEEDED);
        var allowed = shop.accepted(back(null, 1, "25.00", GOODWILL));
        assertThat(recorded(allowed).override()).isEqualTo(GOODWILL);
    }

    @Test
    void oneCustomerGetsNoMoreThanTheCapOverSeveralReturns() {
        shop.accepted(Basket.of(sku, 1, "100.00").sale());
        shop.accepted(back(ann, 3, "100.00", null));
        shop.refused(back(ann, 3, "100.00", null), ReturnsRejection.CAP_WITHOUT_RECEIPT_REACHED);
        shop.accepted(back(ann, 2, "100.00", null));
        long head = shop.head();
        shop.refused(back(ann, 1, "0.01", null), ReturnsRejection.CAP_WITHOUT_RECEIPT_REACHED);
        assertThat(shop.head()).isEqualTo(head + 1);
        shop.accepted(back(CustomerId.of("C-" + UUID.randomUUID()), 5, "100.00", null));
        shop.accepted(back(ann, 1, "100.00", GOODWILL));
    }

    @Test
    void thereIsNoMoreTaxInARefundThanMoney() {
        shop.accepted(Basket.of(sku, 1, "20.00").sale());
        var line = new UnknownLine(1, sku, units(1), UnitPrice.of("20.00"), 2_001, null, "a gift");
        shop.refused(of(ann, line, null), ReturnsRejection.TAX_EXCEEDS_REFUND);
    }

    @Test
    void aReturnIsRecordedOnceWhateverItIsAgainst() {
        shop.accepted(Basket.of(sku, 1, "20.00").sale());
        var command = back(ann, 1, "20.00", null);
        shop.accepted(command);
        shop.refused(command, ReturnsRejection.RETURN_ALREADY_RECORDED);
    }

    private RecordReturnWithoutReceipt back(CustomerId who, long units, String price, PolicyOverride override) {
        var line = new UnknownLine(1, sku, units(units), UnitPrice.of(price), 0, Disposition.QUARANTINE, "a gift");
        return of(who, line, override);
    }

    private static RecordReturnWithoutReceipt of(CustomerId who, UnknownLine line, PolicyOverride override) {
        return new RecordReturnWithoutReceipt(
                new ReturnId(Uuid7.random()), LISBON, TILL, null, null, who, List.of(line), override, NOON);
    }

    private ReturnWithoutReceiptRecorded recorded(Answer answer) {
        return shop.factsOf(answer).stream()
                .filter(ReturnWithoutReceiptRecorded.class::isInstance)
                .map(ReturnWithoutReceiptRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
