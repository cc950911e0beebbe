package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.TestLedger.sender;

import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Commands": an atomic batch is one append, in which all commands are accepted or none is. */
class AtomicBatchTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

    /** Fresh for each test, so that none sees the stock of another. */
    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());

    @BeforeAll
    static void opens() {
        shop = new TestLedger(database.dataSource());
        Examples.open(shop);
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @Test
    void anAtomicBatchIsOneAppendInWhichEachSeesTheOnesBefore() {
        stocked(0);
        var answers = shop.ledger.submitAtomically(List.of(
                request(receive(lisbon(sku), units(2))),
                request(Basket.of(sku, 2, "1").sale())));
        assertThat(answers).allMatch(Answer::isAccepted);
        assertThat(answers.getLast().position()).isEqualTo(answers.getFirst().position() + 3);
        assertThat(facts(answers.getFirst().position() - 1, 5))
                .hasExactlyElementsOfTypes(
                        GoodsReceived.class,
                        CommandRecorded.class,
                        GoodsSold.class,
                        SaleRecorded.class,
                        CommandRecorded.class);
    }

    @Test
    void ifOneOfAnAtomicBatchIsRefusedAllAreAndEachIsRecorded() {
        stocked(1);
        long head = shop.head();
        var requests = List.of(
                request(Basket.of(sku, 1, "1").sale()),
                request(Basket.of(sku, 1, "1").sale()),
                request(receive(lisbon(sku), units(5))));
        var answers = shop.ledger.submitAtomically(requests);
        assertThat(answers)
                .extracting(Answer::code)
                .containsExactly("BATCH_REFUSED", "NOT_ENOUGH_STOCK", "BATCH_REFUSED");
        assertThat(shop.head()).isEqualTo(head + 3);
        var again = shop.ledger.submitAtomically(requests);
        assertThat(again).allMatch(Answer::replayed);
        assertThat(again)
                .extracting(Answer::code)
                .isEqualTo(answers.stream().map(Answer::code).toList());
        shop.accepted(Basket.of(sku, 1, "1").sale());
    }

    @Test
    void aProductOfARefusedBatchIsNotRemembered() {
        var answers = shop.ledger.submitAtomically(List.of(
                request(product(sku, Kind.GOODS, 0)),
                request(receive(lisbon(sku), units(1))),
                request(Basket.of(sku, 2, "1").sale())));
        assertThat(answers.getLast().code()).isEqualTo("NOT_ENOUGH_STOCK");
        shop.refused(receive(lisbon(sku), units(1)), ProductRejection.PRODUCT_UNKNOWN);
    }

    @Test
    void oneSaleIdTwiceInABatchIsFoundThere() {
        stocked(2);
        var id = new SaleId(Uuid7.random());
        var answers = shop.ledger.submitAtomically(List.of(
                request(Basket.of(sku, 1, "1").with(id).sale()),
                request(Basket.of(sku, 1, "1").with(id).sale())));
        assertThat(answers).extracting(Answer::code).containsExactly("BATCH_REFUSED", "SALE_ALREADY_RECORDED");
    }

    @Test
    void aBatchUsesEachKeyOnceAndRepeatsNoneOfAnotherCommand() {
        stocked(2);
        var request = request(Basket.of(sku, 1, "1").sale());
        assertThatThrownBy(() -> shop.ledger.submitAtomically(List.of(request, request)))
                .isInstanceOf(KeyReused.class);
        shop.ledger.submit(request.sender(), request.command());
        assertThatThrownBy(() -> shop.ledger.submitAtomically(
                        List.of(request, request(Basket.of(sku, 1, "1").sale()))))
                .isInstanceOf(KeyReused.class);
    }

    private void stocked(long units) {
        shop.accepted(product(sku, Kind.GOODS, 0));
        if (units > 0) shop.accepted(receive(lisbon(sku), units(units)));
    }

    private static Request request(Command command) {
        return shop.ledger.request(sender(UUID.randomUUID().toString()), command);
    }

    private static List<LedgerEvent> facts(long from, int count) {
        return shop.stored(from, from + count).stream()
                .map(org.cartulary.events.json.StoredEvent::data)
                .toList();
    }
}
