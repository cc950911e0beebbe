package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartulary.command.Examples.lisbon;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.PostingUnstorable;
import org.cartulary.command.engine.Row;
import org.cartulary.command.engine.Rows;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions stand on those before them long before these are durable, and fall with them. */
class PipelinedDecisionsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

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

    @BeforeEach
    void fiveAreThere() {
        one.accepted(Examples.product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(5)));
    }

    @Test
    void sevenWhoWantOneOfFiveAreDecidedWhileNothingIsDurableAndWrittenTogether() throws Exception {
        var sales = new ArrayList<CompletableFuture<Answer>>();
        double before = groups(one);
        try (var lock = Rows.lockedHead(database)) {
            sales.add(sold(one, 1));
            await().until(() -> groupIsBeingWritten(one));
            for (int i = 0; i < 6; i++) sales.add(sold(one, 1));
            await().until(() -> waiting(one) == 6);
            assertThat(sales).noneMatch(CompletableFuture::isDone);
        }
        var answers = sales.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> !answer.isAccepted())
                .extracting(Answer::code)
                .containsExactly("NOT_ENOUGH_STOCK", "NOT_ENOUGH_STOCK");
        assertThat(groups(one) - before).isEqualTo(2);
    }

    /** The refusal was right on what was queued before it, which then came to nothing. */
    @Test
    void whatStoodOnAPostingThatFailedIsDecidedAgainOnWhatIsStored() throws Exception {
        CompletableFuture<Answer> delivery;
        CompletableFuture<Answer> takesAll;
        CompletableFuture<Answer> findsNone;
        double conflicts = conflicts(one);
        try (var lock = Rows.lockedHead(database)) {
            delivery = CompletableFuture.supplyAsync(() -> other.submit(receive(lisbon(sku), units(10))), THREADS);
            await().until(() -> lockedOut() == 1);
            takesAll = sold(one, 5);
            await().until(() -> lockedOut() == 2);
            findsNone = sold(one, 1);
            await().until(() -> waiting(one) == 1);
        }
        assertThat(delivery.join().isAccepted()).isTrue();
        assertThat(takesAll.join().isAccepted()).isTrue();
        assertThat(findsNone.join().isAccepted()).isTrue();
        assertThat(conflicts(one) - conflicts).isGreaterThanOrEqualTo(1);
        one.refused(Basket.of(sku, 10, "1").sale(), StockRejection.NOT_ENOUGH_STOCK);
        one.accepted(Basket.of(sku, 9, "1").sale());
    }

    /** Nobody hears of a failure but whose own posting failed. */
    @Test
    void aPoisonedPostingInTheMiddleOfAGroupFailsAlone() throws Exception {
        CompletableFuture<?> poisoned;
        var sales = new ArrayList<CompletableFuture<Answer>>();
        try (var lock = Rows.lockedHead(database)) {
            sales.add(sold(one, 1));
            await().until(() -> groupIsBeingWritten(one));
            sales.add(sold(one, 1));
            await().until(() -> waiting(one) == 1);
            poisoned = one.part(GroupCommit.class)
                    .submit(List.of(new Row("poison/\u0000" + sku, 0, "test.Happened", Examples.NOON, new byte[] {1})));
            sales.add(sold(one, 1));
            await().until(() -> waiting(one) == 3);
        }
        assertThat(sales)
                .allSatisfy(sale -> assertThat(sale.join().isAccepted()).isTrue());
        assertThat(poisoned)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(PostingUnstorable.class);
    }

    private CompletableFuture<Answer> sold(TestLedger node, long units) {
        return CompletableFuture.supplyAsync(
                () -> node.submit(Basket.of(sku, units, "1").sale()), THREADS);
    }

    /** Taken from the queue, and waiting for the database. */
    private static boolean groupIsBeingWritten(TestLedger node) {
        return lockedOut() == 1 && waiting(node) == 0;
    }

    /** Appends that wait for the head row. */
    private static int lockedOut() {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%ledger.append%'")
                .query(Integer.class)
                .single();
    }

    private static double waiting(TestLedger node) {
        return node.part(MeterRegistry.class)
                .get("cartulary.append.queue.depth")
                .gauge()
                .value();
    }

    private static double groups(TestLedger node) {
        return node.part(MeterRegistry.class)
                .get("cartulary.append.time")
                .timer()
                .count();
    }

    private static double conflicts(TestLedger node) {
        return node.part(MeterRegistry.class)
                .get("cartulary.append.conflicts")
                .counter()
                .count();
    }
}
