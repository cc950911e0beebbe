package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.TestLedger.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Commands": every command is recorded once, is answered the same for ever, and leaves nothing else if refused. */
class LedgerTest {
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
    void anAcceptedCommandIsRecordedDirectlyAfterItsEvents() {
        stocked(1);
        var answer = shop.accepted(Basket.of(sku, 1, "25.00").sale());
        assertThat(answer.events()).isEqualTo(2);
        assertThat(shop.factsOf(answer)).hasExactlyElementsOfTypes(GoodsSold.class, SaleRecorded.class);
        var stored = shop.stored(answer.position(), answer.position() + 1).getFirst();
        assertThat(stored.data()).isInstanceOfSatisfying(CommandRecorded.class, record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(record.name()).isEqualTo("sale.RecordSale");
        });
    }

    /** vendurehq/vendure#3199, frappe/erpnext#32138: no audit trail. */
    @Test
    void everyEventSaysWhoSentItsCommandThroughWhatAndTheRecordWhy() {
        stocked(1);
        var sender =
                new Sender(ClientId.of("web"), UUID.randomUUID().toString(), "ann", "phone-7", "web", "her birthday");
        var answer = shop.ledger.submit(sender, Basket.of(sku, 1, "25.00").sale());
        for (var stored : shop.stored(answer.position() - 2, answer.position() + 1)) {
            assertThat(stored.command()).isEqualTo(sender.record());
            assertThat(stored.actor()).isEqualTo("ann");
            assertThat(stored.device()).isEqualTo("phone-7");
            assertThat(stored.channel()).isEqualTo("web");
        }
        assertThat(record(answer).reason()).isEqualTo("her birthday");
    }

    @Test
    void aRefusalLeavesNothingButItsRecord() {
        stocked(1);
        long head = shop.head();
        var answer = shop.refused(Basket.of(sku, 2, "25.00").sale(), StockRejection.NOT_ENOUGH_STOCK);
        assertThat(answer.ruleId()).isEqualTo("stock.not-enough-stock");
        assertThat(shop.head()).isEqualTo(head + 1).isEqualTo(answer.position());
        assertThat(record(answer).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(record(answer).events()).isZero();
    }

    /** vendurehq/vendure#3508: check and allocation in separate transactions. medusajs/medusa#16825: half a checkout stays. */
    @Test
    void whicheverParticipantRefusesNoneOfTheOthersRecords() {
        stocked(5);
        var held = reservation();
        shop.accepted(reserve(held, "ann", lisbon(sku), 2, NOON.plusSeconds(600)));
        var short1 =
                new Basket().line(sku, units(1), "1").line(CUP, units(1), "1").sale();
        leavesOnlyARecord(short1, StockRejection.NOT_ENOUGH_STOCK);
        var short2 =
                new Basket().line(CUP, units(1), "1").line(sku, units(1), "1").sale();
        leavesOnlyARecord(short2, StockRejection.NOT_ENOUGH_STOCK);
        var stranger = new Basket().owner("ben").reserved(sku, 1, "1", held).sale();
        leavesOnlyARecord(
                stranger, org.cartulary.command.reservation.ReservationRejection.RESERVATION_OF_ANOTHER_OWNER);
        var unsettled = Basket.of(sku, 1, "1.00")
                .paid(org.cartulary.events.sale.TenderType.CARD, 99)
                .sale();
        leavesOnlyARecord(unsettled, SaleRejection.TENDERS_DO_NOT_SETTLE);
        shop.accepted(new Basket()
                .owner("ann")
                .reserved(sku, 2, "1", held)
                .line(sku, units(3), "1")
                .sale());
    }

    private void leavesOnlyARecord(RecordSale sale, Rejection why) {
        long head = shop.head();
        shop.refused(sale, why);
        assertThat(shop.head()).isEqualTo(head + 1);
        assertThat(shop.stream("sale/" + sale.sale())).isEmpty();
    }

    /** medusajs/medusa#16502: two lines share an item, each checked alone. */
    @Test
    void twoLinesOfOneItemAreAskedForTogether() {
        stocked(3);
        var two = new Basket().line(sku, units(2), "1").line(sku, units(2), "1").sale();
        shop.refused(two, StockRejection.NOT_ENOUGH_STOCK);
        var fits =
                new Basket().line(sku, units(2), "1").line(sku, units(1), "1").sale();
        assertThat(shop.factsOf(shop.accepted(fits)))
                .filteredOn(GoodsSold.class::isInstance)
                .hasSize(1);
    }

    /** odoo/odoo#152259: a timeout's retry duplicates orders. Here the client's key names the command for ever. */
    @Test
    void aCommandThatIsSentAgainIsAnsweredAgainAndDoneOnce() {
        stocked(1);
        var sale = Basket.of(sku, 1, "25.00").sale();
        var first = shop.ledger.submit(sender("sold-" + sku), sale);
        long head = shop.head();
        for (int i = 0; i < 3; i++) {
            var again = shop.ledger.submit(sender("sold-" + sku), sale);
            assertThat(again.replayed()).isTrue();
            assertThat(again.position()).isEqualTo(first.position());
            assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(shop.head()).isEqualTo(head);
    }

    @Test
    void aRefusalIsAnsweredAgainEvenWhenTheCommandWouldNowBeAccepted() {
        stocked(1);
        var sale = Basket.of(sku, 2, "25.00").sale();
        var first = shop.ledger.submit(sender("refused-" + sku), sale);
        shop.accepted(receive(lisbon(sku), units(9)));
        var again = shop.ledger.submit(sender("refused-" + sku), sale);
        assertThat(again.code()).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.detail()).isEqualTo(first.detail());
    }

    @Test
    void anotherServiceOnTheSameLedgerAnswersTheSame() {
        stocked(1);
        var sale = Basket.of(sku, 1, "25.00").sale();
        var first = shop.ledger.submit(sender("moved-" + sku), sale);
        try (var other = new TestLedger(database.dataSource())) {
            var again = other.ledger.submit(sender("moved-" + sku), sale);
            assertThat(again.replayed()).isTrue();
            assertThat(again.position()).isEqualTo(first.position());
        }
    }

    @Test
    void aKeyNamesOneCommandOnly() {
        stocked(2);
        shop.ledger.submit(sender("key-" + sku), Basket.of(sku, 1, "25.00").sale());
        assertThatThrownBy(() -> shop.ledger.submit(
                        sender("key-" + sku), Basket.of(sku, 1, "24.00").sale()))
                .isInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> shop.ledger.submit(sender("key-" + sku), receive(lisbon(sku), units(1))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void theKeysOfTwoClientsNeverMeet() {
        stocked(2);
        var key = "key-" + UUID.randomUUID();
        var one = new Sender(ClientId.of("till-1"), key, null, null, null, null);
        var other = new Sender(ClientId.of("till-2"), key, null, null, null, null);
        assertThat(shop.ledger.submit(one, Basket.of(sku, 1, "1").sale()).replayed())
                .isFalse();
        assertThat(shop.ledger.submit(other, Basket.of(sku, 1, "1").sale()).replayed())
                .isFalse();
    }

    @Test
    void aSaleIdIsUsedOnceWhateverElseIsWrongWithTheSecondSale() {
        stocked(1);
        var id = new SaleId(Uuid7.random());
        shop.accepted(Basket.of(sku, 1, "25.00").with(id).sale());
        shop.refused(Basket.of(sku, 1, "25.00").with(id).sale(), SaleRejection.SALE_ALREADY_RECORDED);
        shop.accepted(receive(lisbon(sku), units(1)));
        shop.refused(Basket.of(sku, 1, "25.00").with(id).sale(), SaleRejection.SALE_ALREADY_RECORDED);
    }

    @Test
    void whatHappensInTheFutureOrBeforeAnyTillIsRefusedAndRecorded() {
        stocked(2);
        var late = TestLedger.NOW.plus(Duration.ofMinutes(5));
        shop.accepted(Basket.of(sku, 1, "1").at(late).sale());
        shop.refused(Basket.of(sku, 1, "1").at(late.plusMillis(1)).sale(), LedgerRejection.OCCURRED_IN_THE_FUTURE);
        shop.refused(
                Basket.of(sku, 1, "1")
                        .at(Instant.parse("-4000-01-01T00:00:00Z"))
                        .sale(),
                LedgerRejection.OCCURRED_TOO_LONG_AGO);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndLeavesNoTrace() {
        stocked(3);
        long head = shop.head();
        var accepted = shop.ledger.dryRun(sender("dry"), Basket.of(sku, 2, "1").sale());
        assertThat(accepted.isAccepted()).isTrue();
        assertThat(accepted.wouldRecord()).hasExactlyElementsOfTypes(GoodsSold.class, SaleRecorded.class);
        var refused = shop.ledger.dryRun(sender("dry"), Basket.of(sku, 4, "1").sale());
        assertThat(refused.code()).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(shop.head()).isEqualTo(head);
        assertThat(shop.ledger
                        .dryRun(sender("dry"), Basket.of(sku, 3, "1").sale())
                        .isAccepted())
                .as("the first dry run took nothing off the shelf in memory")
                .isTrue();
        shop.accepted(Basket.of(sku, 3, "1").sale());
    }

    @Test
    void aDryRunKnowsWhatExistsAlready() {
        var twice = product(TEAPOT, Kind.GOODS, 0);
        assertThat(shop.ledger.dryRun(sender("dry"), twice).code())
                .isEqualTo(ProductRejection.PRODUCT_ALREADY_REGISTERED.name());
    }

    @Test
    void whatIsNotRegisteredIsUnknown() {
        shop.refused(receive(lisbon(sku), units(1)), ProductRejection.PRODUCT_UNKNOWN);
        var nowhere = org.cartulary.events.kernel.LocationId.of("NOWHERE");
        shop.refused(
                receive(new org.cartulary.events.stock.StockId(nowhere, TEAPOT), units(1)),
                LocationRejection.LOCATION_UNKNOWN);
    }

    @Test
    void aShippedSaleLeavesTheSafetyStock() {
        stocked(2);
        shop.accepted(new org.cartulary.command.stock.StockCommand.SetSafetyStock(lisbon(sku), WEB, units(1), NOON));
        shop.refused(Basket.of(sku, 2, "1").by(WEB, Handover.SHIPMENT).sale(), StockRejection.NOT_ENOUGH_STOCK);
        shop.accepted(Basket.of(sku, 2, "1").by(WEB, Handover.COUNTER).sale());
    }

    private void stocked(long units) {
        shop.accepted(product(sku, Kind.GOODS, 0));
        if (units > 0) shop.accepted(receive(lisbon(sku), units(units)));
    }

    private static CommandRecorded record(Answer answer) {
        return (CommandRecorded)
                shop.stored(answer.position(), answer.position() + 1).getFirst().data();
    }
}
