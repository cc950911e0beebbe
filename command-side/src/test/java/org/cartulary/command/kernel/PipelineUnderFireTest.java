package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.lisbon;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.engine.BreakingSource;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.LedgerFailure;
import org.cartulary.command.engine.Row;
import org.cartulary.command.engine.Rows;
import org.cartulary.command.stock.StockState;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes sell the same few goods while everything fails that may fail in their writers: connections before and after the
 * commit, whole groups for one poisoned member, slow commits, and each other's appends in the middle.
 */
class PipelineUnderFireTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final int BUYERS = 24;
    private static final int SALES_EACH = 60;
    private static final List<Sku> GOODS =
            IntStream.range(0, 4).mapToObj(i -> Sku.of("FIRE-" + i)).toList();
    private static final long STOCKED = 400;

    private static final List<BreakingSource> sources =
            List.of(new BreakingSource(database.dataSource()), new BreakingSource(database.dataSource()));
    private static List<TestLedger> nodes;

    private final JdbcClient owner = JdbcClient.create(database.owner());

    private record Sold(String key, Map<Sku, Long> units, Answer answer) {}

    @BeforeAll
    static void opens() {
        nodes = sources.stream().map(TestLedger::new).toList();
        Examples.open(nodes.getFirst());
        for (var sku : GOODS)
            nodes.getFirst().accepted(Examples.product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(STOCKED)));
    }

    @AfterAll
    static void closes() {
        nodes.forEach(TestLedger::close);
    }

    @Test
    void everyAcknowledgedSaleIsStoredOnceAndNothingIsSoldTwice() throws Exception {
        var trading = new AtomicBoolean(true);
        var sold = new ArrayList<Sold>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var trouble = threads.submit(() -> makeTrouble(trading));
            var buyers = new ArrayList<Future<List<Sold>>>();
            for (int buyer = 0; buyer < BUYERS; buyer++) buyers.add(threads.submit(buyer(buyer)));
            for (var buyer : buyers) sold.addAll(buyer.get());
            trading.set(false);
            assertThat(trouble.get()).as("how often something failed").isGreaterThan(20);
        }
        assertThat(sold).hasSize(BUYERS * SALES_EACH);
        assertThat(sold).extracting(sale -> sale.answer().outcome()).contains(CommandRecorded.Outcome.values());
        sold.forEach(this::assertStoredOnce);
        GOODS.forEach(sku -> assertThat(shelf(sku)).isEqualTo(STOCKED - soldOf(sku, sold)));
        assertNoHole();
    }

    private Callable<List<Sold>> buyer(int buyer) {
        return () -> {
            var random = new Random(buyer);
            var sold = new ArrayList<Sold>();
            for (int i = 0; i < SALES_EACH; i++) {
                var units = new HashMap<Sku, Long>();
                for (int line = 0; line <= random.nextInt(3); line++)
                    units.merge(GOODS.get(random.nextInt(GOODS.size())), 1L + random.nextInt(2), Long::sum);
                sold.add(sold(nodes.get(random.nextInt(nodes.size())), units));
            }
            return sold;
        };
    }

    /** Sends the same command under the same key until it is answered, as a till does. */
    private static Sold sold(TestLedger node, Map<Sku, Long> units) {
        var basket = new Basket[1];
        units.forEach((sku, number) ->
                basket[0] = basket[0] == null ? Basket.of(sku, number, "1") : basket[0].line(sku, units(number), "1"));
        var sale = basket[0].sale();
        var key = UUID.randomUUID().toString();
        while (true)
            try {
                return new Sold(key, units, node.ledger.submit(TestLedger.sender(key), sale));
            } catch (LedgerFailure | LedgerBusy | CommandInFlight comeBack) {
                Thread.onSpinWait();
            }
    }

    private int makeTrouble(AtomicBoolean trading) throws Exception {
        var random = new Random(7);
        int failures = 0;
        for (; trading.get(); failures++) {
            var source = sources.get(random.nextInt(sources.size()));
            switch (random.nextInt(5)) {
                case 0 -> source.loseTheNextAnswer();
                case 1 -> source.loseTheNextStatement();
                case 2 -> poison(nodes.get(random.nextInt(nodes.size())));
                case 3 -> slowCommit();
                default -> killWriters();
            }
            LockSupport.parkNanos(10_000_000);
        }
        return failures;
    }

    private static void poison(TestLedger node) {
        var row = new Row("poison/\u0000" + UUID.randomUUID(), 0, "test.Happened", Examples.NOON, new byte[] {1});
        try {
            node.part(GroupCommit.class).submit(List.of(row));
        } catch (LedgerFailure away) {
            // Then others fail enough.
        }
    }

    private static void slowCommit() throws Exception {
        try (var lock = Rows.lockedHead(database)) {
            LockSupport.parkNanos(30_000_000);
        }
    }

    private void killWriters() {
        owner.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and state = 'active' and query like '%ledger.append%'")
                .query(Integer.class)
                .single();
    }

    private void assertStoredOnce(Sold sale) {
        var stored = nodes.getFirst().stream("command/till/" + sale.key());
        assertThat(stored).hasSize(1);
        var record = (CommandRecorded) stored.getFirst();
        assertThat(record.outcome()).isEqualTo(sale.answer().outcome());
        var events = nodes.getFirst()
                .stored(
                        sale.answer().position() - record.events(),
                        sale.answer().position() + 1);
        assertThat(events).hasSize(record.events() + 1);
        assertThat(events).allMatch(event -> event.command().equals("command/till/" + sale.key()));
        assertThat(events.getLast().data()).isEqualTo(record);
    }

    private static long soldOf(Sku sku, List<Sold> sold) {
        return sold.stream()
                .filter(sale -> sale.answer().isAccepted())
                .mapToLong(sale -> sale.units().getOrDefault(sku, 0L))
                .sum();
    }

    /** As its events tell, one after the other. */
    private static long shelf(Sku sku) {
        var state = StockState.EMPTY;
        for (var event : nodes.getFirst().stream(lisbon(sku).toString())) state = state.evolve((StockEvent) event);
        for (long left = 0; left <= STOCKED; left++) if (state.sellable().equals(units(left))) return left;
        throw new AssertionError(sku + " holds " + state.sellable());
    }

    private void assertNoHole() {
        var positions = owner.sql("select position from ledger.event order by position")
                .query(Long.class)
                .list();
        assertThat(positions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, nodes.getFirst().head())
                                .boxed()
                                .toList());
        assertThat(owner.sql(
                                "select count(*) from (select stream, count(*), max(sequence) + 1 as size from ledger.event"
                                        + " group by stream having count(*) <> max(sequence) + 1) holes")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
