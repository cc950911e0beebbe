package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.cartulary.projection.kernel.ProjectionStatus.State;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class RebuildTest {

    private static final ProjectionSettings SETTINGS = new ProjectionSettings(
            50, Duration.ofMillis(5), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20));

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.projection());
    private final TestLedger ledger = new TestLedger(database.dataSource());
    private final EventFeed feed = new PostgresEventFeed(database.projection());
    private Projections projections;

    @AfterEach
    void stop() {
        if (projections != null) projections.stop();
        database.close();
    }

    @Test
    void readersFindTheirTablesFullWhileTheyAreMadeAnew() {
        int products = 3_000;
        ledger.append(TestProducts.range(1, products));
        start(new ProductCount("shop"));
        awaitPosition(products);
        var digest = projections.digest("shop").sha256();
        var done = new AtomicBoolean();
        var readers = Stream.<LongSupplier>of(this::readInOneStatement, this::readInOneSnapshot)
                .map(read -> CompletableFuture.runAsync(() -> {
                    while (!done.get()) assertThat(read.getAsLong()).isEqualTo(products);
                }))
                .toList();

        for (int i = 0; i < 3; i++) rebuildAndAwait();
        done.set(true);

        CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).join();
        assertThat(projections.digest("shop").sha256()).isEqualTo(digest);
    }

    @Test
    void theLedgerGrowsDuringARebuildAndNothingIsLost() {
        ledger.append(TestProducts.range(1, 1_000));
        start(new ProductCount("shop"));
        projections.rebuild("shop");
        for (int first = 1_001; first < 2_000; first += 10) ledger.append(TestProducts.range(first, first + 9));

        await().until(() -> projections.statuses().getFirst().state() == State.RUNNING);
        awaitPosition(2_000);
        assertThat(jdbc.queryForObject("select count(*) from shop.product", Long.class))
                .isEqualTo(2_000);
        assertThat(jdbc.queryForObject("select products from shop.total", Long.class))
                .isEqualTo(2_000);
    }

    @Test
    void tablesOfAnotherRevisionAreMadeAnewAtTheNextStart() {
        ledger.append(TestProducts.range(1, 200));
        start(new ProductCount("shop"));
        awaitPosition(200);
        projections.stop();
        jdbc.update("update shop.total set products = 0");

        start(new ProductCount("shop") {
            @Override
            public int revision() {
                return 2;
            }
        });
        await().until(() -> jdbc.queryForObject("select products from shop.total", Long.class) == 200);
        assertThat(jdbc.queryForObject("select revision from projection.progress", Integer.class))
                .isEqualTo(2);
        ledger.append(TestProducts.range(201, 201));
        awaitPosition(201);
    }

    @Test
    void whatACrashedRebuildLeftIsDroppedAtTheNextStart() {
        jdbc.execute("create schema shop_rebuild; create table shop_rebuild.product (sku text)");

        start(new ProductCount("shop"));

        assertThat(jdbc.queryForList("select nspname from pg_namespace where nspname like '%_rebuild'"))
                .isEmpty();
    }

    @Test
    void aRebuildThatBreaksLeavesTheTablesThatAreRead() {
        ledger.append(TestProducts.range(1, 200));
        var breaks = new AtomicBoolean();
        start(new ProductCount("shop") {
            @Override
            public void project(List<Recorded> batch, Tables tables) {
                if (breaks.get()) throw new IllegalStateException("out of order");
                super.project(batch, tables);
            }
        });
        awaitPosition(200);
        breaks.set(true);
        projections.rebuild("shop");

        await().until(() -> projections.statuses().getFirst().error() != null);
        assertThat(projections.statuses().getFirst().error()).contains("out of order");
        assertThat(readInOneStatement()).isEqualTo(200);
    }

    @Test
    void aProjectionAheadOfARestoredLedgerIsPutRightByARebuild() {
        ledger.append(TestProducts.range(1, 100));
        start(new ProductCount("shop"));
        awaitPosition(100);
        projections.stop();
        jdbc.update("update projection.progress set position = 120");
        start(new ProductCount("shop"));
        await().until(() -> projections.statuses().getFirst().state() == State.FAILED);

        projections.rebuild("shop");

        awaitPosition(100);
        await().until(() -> projections.statuses().getFirst().state() == State.RUNNING);
        assertThat(readInOneStatement()).isEqualTo(100);
    }

    private void start(Projection projection) {
        projections =
                new Projections(database.projection(), feed, List.of(projection), SETTINGS, new SimpleMeterRegistry());
        projections.start();
    }

    private void rebuildAndAwait() {
        projections.rebuild("shop");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> projections.statuses().getFirst().state() == State.RUNNING);
        assertThat(projections.statuses().getFirst().error()).isNull();
    }

    /** The position and the rows in one statement, which the driver prepares at the server after some times. */
    private long readInOneStatement() {
        var row = jdbc.queryForMap("""
                select position, (select count(*) from shop.product) as products
                from projection.progress where projection = 'shop'""");
        assertThat(row.get("products")).isEqualTo(row.get("position"));
        return (long) row.get("position");
    }

    /** The position and the rows in two statements on one snapshot. */
    private long readInOneSnapshot() {
        var snapshot = new TransactionTemplate(new JdbcTransactionManager(database.projection()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot.execute(status -> {
            jdbc.execute("lock table projection.progress in access share mode");
            long position = jdbc.queryForObject("select position from projection.progress", Long.class);
            assertThat(jdbc.queryForObject("select count(*) from shop.product", Long.class))
                    .isEqualTo(position);
            return position;
        });
    }

    private void awaitPosition(long position) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> projections.statuses().getFirst().position() == position);
    }
}
