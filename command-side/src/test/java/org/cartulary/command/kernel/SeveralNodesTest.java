package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes share one ledger, and each keeps aggregates in its memory: neither decides on what the other has changed. */
class SeveralNodesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger one;
    private static TestLedger other;

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());

    @BeforeAll
    static void opens() {
        one = new TestLedger(database.dataSource());
        other = new TestLedger(database.dataSource());
        Examples.open(one);
    }

    @AfterAll
    static void closes() {
        one.close();
        other.close();
    }

    @Test
    void aConflictIsDecidedAgainOnWhatTheOtherNodeHasStored() {
        stocked(2);
        one.accepted(Basket.of(sku, 1, "1").sale());
        other.accepted(Basket.of(sku, 1, "1").sale());
        one.refused(Basket.of(sku, 1, "1").sale(), StockRejection.NOT_ENOUGH_STOCK);
        other.refused(Basket.of(sku, 1, "1").sale(), StockRejection.NOT_ENOUGH_STOCK);
    }

    /** A refusal writes nothing to the shelf, so no append could find out that it was decided on yesterday's shelf. */
    @Test
    void noRefusalIsDecidedOnWhatTheOtherNodeHasChanged() {
        stocked(1);
        one.accepted(Basket.of(sku, 1, "1").sale());
        one.refused(Basket.of(sku, 1, "1").sale(), StockRejection.NOT_ENOUGH_STOCK);
        other.accepted(receive(lisbon(sku), units(1)));
        one.accepted(Basket.of(sku, 1, "1").sale());
    }

    @Test
    void noDryRunIsEither() {
        stocked(1);
        one.refused(Basket.of(sku, 2, "1").sale(), StockRejection.NOT_ENOUGH_STOCK);
        other.accepted(receive(lisbon(sku), units(1)));
        var dry = one.ledger.dryRun(
                TestLedger.sender("dry"), Basket.of(sku, 2, "1").sale());
        assertThat(dry.isAccepted()).isTrue();
    }

    /** A dry run appends nothing, so no conflict tells it that it was decided on yesterday's shelf. */
    @Test
    void noDryRunAcceptsWhatWouldBeRefused() {
        stocked(2);
        other.accepted(Basket.of(sku, 1, "1").sale());
        var dry = one.ledger.dryRun(
                TestLedger.sender("dry"), Basket.of(sku, 2, "1").sale());
        assertThat(dry.code()).isEqualTo("NOT_ENOUGH_STOCK");
    }

    /** The batch's own members raise the version of the shelf in memory; what counts is how it was loaded. */
    @Test
    void noBatchIsRefusedOnWhatTheOtherNodeHasChanged() {
        stocked(3);
        other.accepted(receive(lisbon(sku), units(12)));
        var answers =
                batch(Basket.of(sku, 3, "1").sale(), Basket.of(sku, 5, "1").sale());
        assertThat(answers).allMatch(Answer::isAccepted);
    }

    @Test
    void aMemberThatExistsAlreadyIsTheReasonAlsoWhereALaterOneIsRefused() {
        stocked(3);
        var id = new SaleId(Uuid7.random());
        other.accepted(Basket.of(sku, 1, "1").with(id).sale());
        var answers = batch(
                Basket.of(sku, 1, "1").with(id).sale(), Basket.of(sku, 99, "1").sale());
        assertThat(answers).extracting(Answer::code).containsExactly("SALE_ALREADY_RECORDED", "BATCH_REFUSED");
    }

    /** A member that uses what another one begins must not hide that it had begun long ago. */
    @Test
    void aSaleThatExistsIsNotBegunAgainByABatchThatAlsoTakesItBack() {
        stocked(3);
        var id = new SaleId(Uuid7.random());
        other.accepted(Basket.of(sku, 1, "1").with(id).sale());
        var answers = batch(Basket.of(sku, 1, "1").with(id).sale(), back(id));
        assertThat(answers).extracting(Answer::code).containsExactly("SALE_ALREADY_RECORDED", "BATCH_REFUSED");
        var also = batch(back(id), Basket.of(sku, 1, "1").with(id).sale());
        assertThat(also).extracting(Answer::code).containsExactly("BATCH_REFUSED", "SALE_ALREADY_RECORDED");
        assertThat(one.stream("sale/" + id)).hasSize(1);
    }

    @Test
    void aSaleOfABatchCanBeTakenBackByTheSameBatch() {
        stocked(3);
        var id = new SaleId(Uuid7.random());
        assertThat(batch(Basket.of(sku, 1, "1").with(id).sale(), back(id))).allMatch(Answer::isAccepted);
        assertThat(one.stream("sale/" + id)).hasSize(2);
    }

    private static List<Answer> batch(Command... commands) {
        return one.ledger.submitAtomically(Stream.of(commands)
                .map(command ->
                        one.ledger.request(TestLedger.sender(UUID.randomUUID().toString()), command))
                .toList());
    }

    /** An emptied shelf adds nothing to a partial sale, so the append would not look at it. */
    @Test
    void noPartialSaleLeavesOutWhatTheOtherNodeHasReceived() {
        stocked(1);
        one.accepted(receive(lisbon(CUP), units(1)));
        one.accepted(Basket.of(sku, 1, "1").sale());
        other.accepted(receive(lisbon(sku), units(1)));
        var both =
                new Basket().line(sku, units(1), "1").line(CUP, units(1), "1").partial();
        var answer = one.accepted(both.sale());
        assertThat(one.factsOf(answer)).filteredOn(GoodsSold.class::isInstance).hasSize(2);
    }

    @Test
    void aSaleThatWasUnknownWhenItsReturnCameIsKnownAfterwards() {
        stocked(1);
        var id = new SaleId(Uuid7.random());
        one.refused(back(id), SaleRejection.SALE_UNKNOWN);
        one.accepted(Basket.of(sku, 1, "1").with(id).sale());
        one.accepted(back(id));
    }

    @Test
    void bothNodesTogetherSellAsManyAsThereAre() throws Exception {
        stocked(60);
        try (var clients = Executors.newFixedThreadPool(16)) {
            var sales = IntStream.range(0, 100)
                    .mapToObj(i -> clients.submit(() -> (i % 2 == 0 ? one : other)
                            .submit(Basket.of(sku, 1, "1").sale())))
                    .toList();
            int sold = 0;
            for (Future<Answer> sale : sales) if (sale.get().isAccepted()) sold++;
            assertThat(sold).isEqualTo(60);
        }
        assertThat(one.stream(lisbon(sku).toString()).stream().filter(GoodsSold.class::isInstance))
                .hasSize(60);
    }

    private void stocked(long units) {
        one.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(units)));
    }

    private static RecordReturn back(SaleId sale) {
        return new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                LISBON,
                TILL,
                null,
                List.of(new Line(1, 1, units(1), null, false, "did not fit")),
                0,
                null,
                NOON);
    }
}
