package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.cartulary.ops.database.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beyond what the service takes in at once, callers are sent away at once, and whoever is in gets his answer. */
class OverloadTest {

    private static final int CAPACITY = 4;

    @TempDir
    static Path home;

    static RunningService service;
    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.on(
                home,
                "cartulary.command.capacity=" + CAPACITY,
                "cartulary.command.patience=20ms",
                "cartulary.query.capacity=1");
        channel = new HttpChannel(service);
        Shop.open(channel, "TEAPOT");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBackAndWhoHasOneIsDone() throws Exception {
        long before = channel.head();
        double shed = shed();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> inside = new ArrayList<>();
            try (var lock = blockedLedger()) {
                for (int i = 0; i < CAPACITY; i++) {
                    var key = "inside-" + i;
                    inside.add(callers.submit(() -> receive(key)));
                }
                await().until(() -> gauge("cartulary.commands.inflight") == CAPACITY);
                for (int i = 0; i < 3; i++) isSentAway(receive("outside-" + i));
                assertThat(inside).noneMatch(Future::isDone);
                assertThat(shed() - shed).isEqualTo(3);
                lock.rollback();
            }
            for (var caller : inside) Shop.accepted(caller.get());
        }
        assertThat(channel.head()).as("each of those inside once").isEqualTo(before + 2 * CAPACITY);
        await().until(() -> gauge("cartulary.commands.inflight") == 0);
        for (int i = 0; i < CAPACITY; i++)
            assertThat(receive("inside-" + i).header("Idempotency-Replayed")).isEqualTo("true");
        for (int i = 0; i < 3; i++) Shop.accepted(receive("outside-" + i));
        assertThat(channel.head()).isEqualTo(before + 2 * CAPACITY + 2 * 3);
    }

    @Test
    void aBatchThatFindsNoPlaceIsSentAwayAsAWhole() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> inside;
            try (var lock = blockedLedger()) {
                inside = callers.submit(() -> batch("batch-inside"));
                await().until(() -> gauge("cartulary.commands.inflight") > 0);
                isSentAway(batch("batch-outside"));
                lock.rollback();
            }
            assertThat(Shop.accepted(inside.get()).body().path("accepted").intValue())
                    .isEqualTo(3);
        }
        assertThat(Shop.accepted(batch("batch-outside")).body().path("accepted").intValue())
                .isEqualTo(3);
    }

    /** Of more commands than batches have places for, it has all of them, and they come back. */
    @Test
    void anAtomicBatchTakesPlacesAsItsCommandsWouldAlone() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> inside;
            try (var lock = blockedLedger()) {
                inside = callers.submit(() -> batch("\"atomic\": true, ", "batch-atomic"));
                await().until(() -> gauge("cartulary.commands.inflight") == CAPACITY / 2);
                lock.rollback();
            }
            assertThat(Shop.accepted(inside.get()).body().path("accepted").intValue())
                    .isEqualTo(3);
        }
        await().until(() -> gauge("cartulary.commands.inflight") == 0);
    }

    @Test
    void aReadThatFindsNoPlaceIsToldWhenToComeBack() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> inside;
            try (var lock = locked("stock.level in access exclusive mode")) {
                inside = callers.submit(() -> channel.get("/v1/availability/TEAPOT"));
                await().until(() -> gauge("cartulary.reads.inflight") > 0);
                isRefused(channel.get("/v1/availability/CUP"), "READS_OVERLOADED");
                lock.rollback();
            }
            Shop.accepted(inside.get());
        }
        Shop.accepted(channel.get("/v1/availability/CUP"));
    }

    private static Answer receive(String key) throws Exception {
        return channel.post(Shop.RECEIPTS, Shop.receipt("TEAPOT", "1"), key);
    }

    private static Answer batch(String key) throws Exception {
        return batch("\"parallel\": true, ", key);
    }

    private static Answer batch(String flags, String key) throws Exception {
        var items = new ArrayList<String>();
        for (int i = 0; i < 3; i++)
            items.add(Shop.item("stock.ReceiveGoods", key + "-" + i, Shop.receipt("TEAPOT", "1")));
        return channel.post(Shop.BULK, Shop.batch(flags, items));
    }

    private static void isSentAway(Answer answer) {
        isRefused(answer, "LEDGER_OVERLOADED");
    }

    private static void isRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body().path("instance").stringValue("")).startsWith("/v1/");
    }

    /** Nothing can be stored until it is rolled back: another session holds the row that gives out positions. */
    private static Connection blockedLedger() throws Exception {
        return locked("ledger.head in exclusive mode");
    }

    private static Connection locked(String table) throws Exception {
        var database = service.bean(Database.class);
        var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table);
        return connection;
    }

    private static double shed() {
        return service.bean(MeterRegistry.class)
                .get("cartulary.commands.shed")
                .counter()
                .count();
    }

    /** All of this name together. */
    private static double gauge(String name) {
        return service.bean(MeterRegistry.class).get(name).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }
}
