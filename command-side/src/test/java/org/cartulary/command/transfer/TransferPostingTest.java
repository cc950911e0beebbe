package org.cartulary.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.transfer.Road.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.Sent;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.events.transfer.TransferLine;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Design, "One posting, one append": a transfer and the shelves that it moves between change together or not at all. */
class TransferPostingTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

    /** Fresh for each test, so that none sees the stock of another. */
    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());

    private final StockId atWarehouse = new StockId(WAREHOUSE, sku);
    private final StockId inLisbon = lisbon(sku);
    private final TransferId id = transfer();

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
    void aDispatchIsOneAppendWithTheShelfThatTheGoodsLeave() {
        stocked(10);
        approved(line(1, sku, 6), line(2, sku, 4));
        var answer = shop.accepted(dispatch(id, sent(1, 6), sent(2, 3)));
        assertThat(shop.factsOf(answer)).hasExactlyElementsOfTypes(TransferDispatched.class, GoodsDispatched.class);
        assertThat(shop.stream(atWarehouse.toString()))
                .last()
                .isEqualTo(new GoodsDispatched(atWarehouse, id, units(9), NOON));
        assertThat(shop.stream(inLisbon.toString())).isEmpty();
    }

    @Test
    void aReceiptIsOneAppendWithAllShelvesThatTheGoodsReach() {
        stocked(10);
        onTheRoad(10);
        var answer = shop.accepted(receive(id, LossOwner.CARRIER, arrived(1, 5, 1, 1, 3, 2)));
        assertThat(shop.factsOf(answer))
                .hasExactlyElementsOfTypes(
                        TransferReceived.class,
                        UnitsReturned.class,
                        UnitsLost.class,
                        TransferClosed.class,
                        GoodsArrived.class,
                        GoodsArrived.class,
                        GoodsFound.class,
                        GoodsArrived.class);
        assertThat(shop.stream(inLisbon.toString()))
                .containsExactly(
                        new GoodsArrived(inLisbon, id, Condition.SELLABLE, units(5), NOON),
                        new GoodsArrived(inLisbon, id, Condition.DAMAGED, units(1), NOON),
                        new GoodsFound(inLisbon, id, units(2), NOON));
        assertThat(shop.stream(atWarehouse.toString()))
                .last()
                .isEqualTo(new GoodsArrived(atWarehouse, id, Condition.SELLABLE, units(3), NOON));
    }

    @Test
    void inTransitIsNeverSellable() {
        stocked(1);
        onTheRoad(1);
        for (var shelf : List.of(atWarehouse, inLisbon))
            shop.refused(
                    reserve(reservation(), "ann", shelf, 1, NOON.plusSeconds(60)), StockRejection.NOT_ENOUGH_STOCK);
        shop.accepted(receive(id, null, all(1, 1)));
        shop.accepted(reserve(reservation(), "ann", inLisbon, 1, NOON.plusSeconds(60)));
    }

    @Test
    void whicheverShelfRefusesNeitherTheTransferNorAnyOtherShelfRecords() {
        stocked(5);
        var scarce = Sku.of("SKU-" + UUID.randomUUID());
        shop.accepted(product(scarce, Kind.GOODS, 0), receive(new StockId(WAREHOUSE, scarce), units(1)));
        approved(line(1, sku, 5), line(2, scarce, 2));
        leavesOnlyARecord(dispatch(id, sent(1, 5), sent(2, 2)), StockRejection.NOT_ENOUGH_STOCK);
        shop.accepted(dispatch(id, sent(1, 5), sent(2, 1)));
        leavesOnlyARecord(receive(id, null, all(1, 5), all(2, 2)), TransferRejection.RECEIPT_EXCEEDS_DISPATCH);
        shop.accepted(receive(id, null, all(1, 5), all(2, 1)));
    }

    /** medusajs/medusa#16502: two lines share an item, each checked alone. */
    @Test
    void twoLinesOfOneItemAreTakenFromTheShelfTogether() {
        stocked(3);
        approved(line(1, sku, 2), line(2, sku, 2));
        leavesOnlyARecord(dispatch(id, sent(1, 2), sent(2, 2)), StockRejection.NOT_ENOUGH_STOCK);
    }

    @Test
    void goodsDoNotMoveBetweenCompaniesNorBetweenCurrencies() {
        stocked(1);
        var elsewhere = LocationId.of("GALICIA");
        var abroad = LocationId.of("LONDON");
        shop.accepted(open(elsewhere, "EUR", 1, CompanyId.of("GALEGA")), open(abroad, "GBP", 1));
        leavesOnlyARecord(
                request(id, WAREHOUSE, elsewhere, line(1, sku, 1)), TransferRejection.TRANSFER_ACROSS_COMPANIES);
        leavesOnlyARecord(
                request(id, WAREHOUSE, abroad, line(1, sku, 1)), TransferRejection.TRANSFER_ACROSS_CURRENCIES);
        var sister = LocationId.of("VIGO");
        shop.accepted(open(sister, "EUR", 1, CompanyId.of("GALEGA")));
        shop.accepted(request(id, elsewhere, sister, line(1, sku, 1)));
    }

    @Test
    void onlyGoodsOfKnownPlacesMoveAndOnlyAsFineAsTheyAreCounted() {
        stocked(2);
        var nowhere = LocationId.of("NOWHERE");
        shop.refused(request(id, WAREHOUSE, nowhere, line(1, sku, 1)), LocationRejection.LOCATION_UNKNOWN);
        shop.refused(request(id, nowhere, LISBON, line(1, sku, 1)), LocationRejection.LOCATION_UNKNOWN);
        shop.refused(
                request(id, WAREHOUSE, LISBON, line(1, Sku.of("UNHEARD-OF"), 1)), ProductRejection.PRODUCT_UNKNOWN);
        shop.refused(request(id, WAREHOUSE, LISBON, line(1, POSTAGE, 1)), ProductRejection.PRODUCT_HAS_NO_STOCK);
        shop.refused(request(id, WAREHOUSE, LISBON, line(1, sku, kilos("0.5"))), ProductRejection.QUANTITY_TOO_FINE);
        approved(line(1, sku, 2));
        shop.refused(dispatch(id, new Sent(1, kilos("1.5"))), ProductRejection.QUANTITY_TOO_FINE);
        shop.accepted(dispatch(id, sent(1, 2)));
        var half = kilos("0.5");
        shop.refused(
                receive(id, LossOwner.CARRIER, new TransferCommand.Arrived(1, half, half, half, half, null)),
                ProductRejection.QUANTITY_TOO_FINE);
    }

    @Test
    void aTransferIdIsUsedOnce() {
        stocked(1);
        approved(line(1, sku, 1));
        leavesOnlyARecord(
                request(id, WAREHOUSE, LISBON, line(1, sku, 1)), TransferRejection.TRANSFER_ALREADY_REQUESTED);
    }

    @Test
    void ofManyDispatchesAtOnceOnlyThoseThatTheShelfAllowsLeave() throws Exception {
        stocked(5);
        var wanted = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 16; i++) {
            var one = transfer();
            shop.accepted(request(one, WAREHOUSE, LISBON, line(1, sku, 1)), new ApproveTransfer(one, NOON));
            wanted.add(() -> shop.submit(dispatch(one, sent(1, 1))));
        }
        int left = 0;
        try (var lorries = Executors.newFixedThreadPool(8)) {
            for (var answer : lorries.invokeAll(wanted)) if (answer.get().isAccepted()) left++;
        }
        assertThat(left).isEqualTo(5);
    }

    private void stocked(long units) {
        shop.accepted(product(sku, Kind.GOODS, 0), Examples.receive(atWarehouse, units(units)));
    }

    private void approved(TransferLine... lines) {
        shop.accepted(request(id, WAREHOUSE, LISBON, lines), new ApproveTransfer(id, NOON));
    }

    private void onTheRoad(long units) {
        approved(line(1, sku, units));
        shop.accepted(dispatch(id, sent(1, units)));
    }

    private static void leavesOnlyARecord(Command command, Rejection why) {
        long head = shop.head();
        shop.refused(command, why);
        assertThat(shop.head()).isEqualTo(head + 1);
    }
}
