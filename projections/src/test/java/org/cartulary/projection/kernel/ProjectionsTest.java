package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartulary.projection.kernel.ProjectionStatus.State;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ProjectionsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.projection());
    private final TestLedger ledger = new TestLedger(database.dataSource());
    private final PostgresEventFeed feed = new PostgresEventFeed(database.projection());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Projections> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Projections::stop);
        database.close();
    }

    @Test
    void aProjectionHoldsTheLedgerUpToItsPosition() {
        var projections = start(new ProductCount("shop"));
        appendProducts(1, 2_500);

        awaitPosition(projections, 2_500);
        assertThat(products("shop")).isEqualTo(2_500);
        assertThat(meters.get("cartulary.projection.events").counter().count()).isEqualTo(2_500);
        assertThat(meters.get("cartulary.projection.lag").gauge().value()).isZero();
    }

    @Test
    void anEventThatAProjectionIgnoresMovesItsPosition() {
        var projections = start(new ProductCount("shop"));

        awaitPosition(projections, ledger.appendPoison("another.Capability"));
        assertThat(statusOf(projections).error()).isNull();
    }

    @Test
    void aNudgeWakesAProjectionThatWouldWaitForLong() {
        var projections = start(new ProjectionSettings(
                100, Duration.ofHours(1), Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1)));
        appendProducts(1, 1);

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            feed.nudge();
            return statusOf(projections).position() == 1;
        });
    }

    @Test
    void manySmallCommitsBecomeFewBatches() {
        var projections = start(new ProjectionSettings(
                100, Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(1)));
        for (int product = 1; product <= 100; product++) {
            appendProducts(product, product);
            feed.nudge();
        }

        awaitPosition(projections, 100);
        assertThat(meters.get("cartulary.projection.batch").timer().count()).isLessThan(50);
    }

    @Test
    void aReadThatWaitsCutsThePaceShort() {
        var projections = start(new ProjectionSettings(
                10_000, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        appendProducts(1, 9_000);
        feed.nudge();
        awaitPosition(projections, 9_000);
        appendProducts(9_001, 9_001);
        feed.nudge();
        assertThat(statusOf(projections).position()).isEqualTo(9_000);

        projections.hurry("shop", 9_001);

        awaitPosition(projections, 9_001);
    }

    @Test
    void aBatchThatBreaksInTheMiddleLeavesRowsAndProgressAsTheyWere() {
        appendProducts(1, 10);
        var breaks = new AtomicInteger(3);
        var projections = start(new ProductCount("shop") {
            @Override
            public void project(List<Recorded> batch, Tables tables) {
                super.project(batch, tables);
                if (breaks.getAndDecrement() > 0) throw new IllegalStateException("killed in the middle");
            }
        });

        awaitPosition(projections, 10);
        assertThat(breaks.get()).isLessThan(0);
        assertThat(products("shop")).isEqualTo(10);
    }

    @Test
    void aPoisonousEventStopsOnlyItsOwnProjectionAndOnlyThere() {
        appendProducts(1, 7);
        long poison = ledger.appendPoison("product.ProductRegistered");
        appendProducts(8, 9);
        var projections = start(new ProductCount("shop"), new ProductCount("careless") {
            @Override
            public void project(List<Recorded> batch, Tables tables) {}
        });

        await().until(() -> statusOf(projections).state() == State.FAILED);
        assertThat(statusOf(projections).position()).isEqualTo(poison - 1);
        assertThat(statusOf(projections).error()).contains("position 8 (product.ProductRegistered)");
        assertThat(products("shop")).isEqualTo(7);
        await().until(() -> projections.statuses().getLast().position() == ledger.head());
        assertThat(projections.statuses().getLast().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void twoNodesApplyEachEventOnce() {
        var one = start(new ProductCount("shop"));
        var other = start(new ProductCount("shop"));
        for (int first = 1; first <= 2_000; first += 20) appendProducts(first, first + 19);

        awaitPosition(one, 2_000);
        awaitPosition(other, 2_000);
        assertThat(products("shop")).isEqualTo(2_000);
    }

    @Test
    void aProjectionGoesOnWhereItStoodAfterARestart() {
        appendProducts(1, 5);
        var before = start(new ProductCount("shop"));
        awaitPosition(before, 5);
        before.stop();
        appendProducts(6, 8);

        awaitPosition(start(new ProductCount("shop")), 8);
        assertThat(products("shop")).isEqualTo(8);
    }

    @Test
    void stoppedProjectionsCanBeStartedAgain() {
        var projections = start(new ProductCount("shop"));
        projections.stop();
        appendProducts(1, 3);
        projections.start();

        awaitPosition(projections, 3);
    }

    @Test
    void anErrorOfTheJvmIsNotSilent() {
        appendProducts(1, 3);
        var projections = start(new ProductCount("shop") {
            @Override
            public void project(List<Recorded> batch, Tables tables) {
                throw new StackOverflowError("too deep");
            }
        });

        await().until(() -> statusOf(projections).state() == State.FAILED);
        assertThat(statusOf(projections).error()).contains("too deep");
    }

    @Test
    void aLedgerThatEndsBeforeTheProjectionIsNotFollowed() {
        appendProducts(1, 3);
        var before = start(new ProductCount("shop"));
        awaitPosition(before, 3);
        before.stop();
        jdbc.update("update projection.progress set position = 4");

        var projections = start(new ProductCount("shop"));
        await().until(() -> statusOf(projections).state() == State.FAILED);
        assertThat(statusOf(projections).error()).contains("restored from an older backup");
    }

    private void appendProducts(int first, int last) {
        ledger.append(TestProducts.range(first, last));
    }

    private Projections start(Projection... projections) {
        return start(
                new ProjectionSettings(
                        100, Duration.ofMillis(5), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20)),
                projections);
    }

    private Projections start(ProjectionSettings settings, Projection... projections) {
        var followed = projections.length == 0 ? List.<Projection>of(new ProductCount("shop")) : List.of(projections);
        var all = new Projections(database.projection(), feed, followed, settings, meters);
        started.add(all);
        all.start();
        return all;
    }

    private static ProjectionStatus statusOf(Projections projections) {
        return projections.statuses().getFirst();
    }

    private static void awaitPosition(Projections projections, long position) {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> statusOf(projections).position() == position);
    }

    private long products(String schema) {
        return jdbc.queryForObject("select products from " + schema + ".total", Long.class);
    }
}
