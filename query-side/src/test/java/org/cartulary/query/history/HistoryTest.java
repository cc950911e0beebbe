package org.cartulary.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an auditor sees: every event and command, in order of position, with its stored bytes. */
@QueryTest
class HistoryTest {

    static final int EVENTS = 200;
    static final List<String> SKUS = List.of("CUP", "TEAPOT");
    static final List<String> LOCATIONS = List.of("LISBON", "PORTO");
    static final List<String> ACTORS = List.of("ana", "rui");

    record Fact(long position, String sku, String location, String actor, Instant recordedAt, String json) {}

    final Api api;
    final Seed seed;
    final List<Fact> facts = new ArrayList<>();

    HistoryTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    /** Clocks run apart by minutes, so the order of times is not that of positions. */
    @BeforeEach
    void twoHundredDeliveries() {
        seed.empty();
        facts.clear();
        var random = new Random(11);
        for (int position = 1; position <= EVENTS; position++) {
            var fact = fact(position, random);
            facts.add(fact);
            seed.event(position, fact.json, fact.location, "till", fact.recordedAt);
            seed.database.update("insert into history.sku values (?, ?)", fact.sku, position);
        }
        seed.progress(EVENTS);
    }

    static Fact fact(int position, Random random) {
        var sku = SKUS.get(random.nextInt(2));
        var location = LOCATIONS.get(random.nextInt(2));
        var actor = ACTORS.get(random.nextInt(2));
        var recordedAt = NOON.plusSeconds(position * 60L + random.nextInt(240));
        var json = """
            {"actor":"%s","channel":"till","command":"command/default/k-%d","data":{"occurredAt":"%s","quantity":"%d",\
            "reference":"PO-1","stock":{"location":"%s","sku":"%s"}},"id":"%s","name":"stock.GoodsReceived",\
            "recordedAt":"%s","revision":1,"sequence":%d,"stream":"stock/%s/%s"}\
            """.formatted(
                        actor,
                        position,
                        recordedAt,
                        position,
                        location,
                        sku,
                        Uuid7.named(recordedAt, "event-" + position),
                        recordedAt,
                        position,
                        location,
                        sku);
        return new Fact(position, sku, location, actor, recordedAt, json);
    }

    @Test
    void everyFilterAndAllTogetherFindExactlyTheirEvents() {
        var from = NOON.plusSeconds(40 * 60);
        var to = NOON.plusSeconds(160 * 60);
        assertThat(positions("")).hasSize(EVENTS);
        assertThat(positions("&sku=CUP")).isEqualTo(expected(fact -> fact.sku.equals("CUP")));
        assertThat(positions("&location=PORTO")).isEqualTo(expected(fact -> fact.location.equals("PORTO")));
        assertThat(positions("&stream=stock/PORTO/CUP"))
                .isEqualTo(expected(fact -> fact.sku.equals("CUP") && fact.location.equals("PORTO")));
        assertThat(positions("&from=" + from + "&to=" + to)).isEqualTo(expected(fact -> isIn(fact, from, to)));
        assertThat(positions("&sku=CUP&location=PORTO&actor=ana&channel=till&name=stock.GoodsReceived&from=" + from))
                .isEqualTo(expected(fact -> fact.sku.equals("CUP")
                        && fact.location.equals("PORTO")
                        && fact.actor.equals("ana")
                        && !fact.recordedAt.isBefore(from)));
        assertThat(positions("&stream=stock/PORTO/CUP&sku=CUP&after=100"))
                .isEqualTo(expected(
                        fact -> fact.sku.equals("CUP") && fact.location.equals("PORTO") && fact.position > 100));
        command(18, "k-17", "ACCEPTED", null, 1);
        assertThat(positions("&command=command/default/k-17")).containsExactly(17L);
        assertThat(positions("&command=command/default/k-17&sku=" + facts.get(16).sku))
                .containsExactly(17L);
        assertThat(positions("&actor=nobody")).isEmpty();
    }

    @Test
    void anEventOfTwoPlacesIsFoundByEither() {
        var both = facts.get(9);
        var other = both.location.equals("PORTO") ? "LISBON" : "PORTO";
        seed.database.update("insert into history.place values (?, ?)", other, both.position);

        for (var place : LOCATIONS) {
            assertThat(positions("&location=" + place)).contains(both.position);
            assertThat(positions("&location=" + place + "&sku=" + both.sku)).contains(both.position);
            assertThat(positions("&location=" + place + "&stream=stock/" + both.location + "/" + both.sku))
                    .contains(both.position);
            assertThat(positions("&order=desc&location=" + place)).contains(both.position);
        }
    }

    @Test
    void theNewestCanComeFirst() {
        assertThat(positions("&sku=CUP&order=desc"))
                .isEqualTo(expected(fact -> fact.sku.equals("CUP")).reversed());
        assertThat(positions("&stream=stock/LISBON/TEAPOT&order=desc"))
                .isEqualTo(expected(fact -> fact.sku.equals("TEAPOT") && fact.location.equals("LISBON"))
                        .reversed());
    }

    @Test
    void eachEventCarriesItsFactAndOnRequestItsBytes() {
        var path = "/v1/history/events?limit=1&after=4";
        var event = api.get(path).at("/items/0");
        var bytes = facts.get(4).json.getBytes(StandardCharsets.UTF_8);

        assertThat(event.at("/position").asLong()).isEqualTo(5);
        assertThat(event.at("/data/stock/sku").asString()).isEqualTo(facts.get(4).sku);
        assertThat(event.at("/revision").asInt()).isEqualTo(1);
        assertThat(event.at("/stored").isMissingNode()).isTrue();
        var stored = api.get(path + "&bytes=true").at("/items/0/stored");
        assertThat(Base64.getDecoder().decode(stored.get("bytes").asString())).isEqualTo(bytes);
        assertThat(stored.get("sha256").asString()).isEqualTo(Digest.hex(bytes));
    }

    @Test
    void theBytesOfAnEventAreThoseThatAreStored() {
        var answer = api.get("/v1/history/events/7/bytes");

        assertThat(answer.bytes()).isEqualTo(facts.get(6).json.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Repr-Digest")).startsWith("sha-256=:");
        assertThat(answer.position()).isEqualTo(EVENTS);
        assertThat(api.get("/v1/history/events/7").at("/stored/sha256").asString())
                .isEqualTo(Digest.hex(answer.bytes()));
        assertThat(api.get("/v1/history/events/201/bytes").status()).isEqualTo(404);
        assertThat(api.get("/v1/history/events/7/bytes?min-position=201").status())
                .isEqualTo(503);
    }

    @Test
    void aCommandIsFoundWithItsOutcomeAndItsEvents() {
        command(3, "k-1", "ACCEPTED", null, 2);
        command(4, "k 2", "REFUSED", "NOT_ENOUGH_STOCK", 0);

        assertThat(api.all("/v1/history/commands?outcome=REFUSED&code=NOT_ENOUGH_STOCK&client=default&from=" + NOON))
                .extracting(command -> command.get("key").asString())
                .containsExactly("k 2");
        var accepted = api.get("/v1/history/commands/default/k-1?bytes=true");
        assertThat(accepted.at("/outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/events")).hasSize(2);
        assertThat(accepted.at("/events/0/position").asLong()).isEqualTo(1);
        assertThat(accepted.at("/events/0/stored/sha256").isMissingNode()).isFalse();
        assertThat(api.get("/v1/history/commands/default/k%202").at("/events")).isEmpty();
        assertThat(api.get("/v1/history/commands/other/k-1").status()).isEqualTo(404);
    }

    @Test
    void aCommandWhoseKeyHasSlashesIsFoundByItsPathAndInTheList() {
        command(3, "delivery-7/a b/1", "ACCEPTED", null, 2);
        command(4, "twice//slashed", "ACCEPTED", null, 0);

        assertThat(api.get("/v1/history/commands/default/delivery-7/a%20b/1")
                        .at("/key")
                        .asString())
                .isEqualTo("delivery-7/a b/1");
        assertThat(api.get("/v1/history/commands/default/delivery-7/a%20b").status())
                .isEqualTo(404);
        assertThat(api.all("/v1/history/commands?client=default&key=twice//slashed"))
                .extracting(command -> command.get("position").asLong())
                .containsExactly(4L);
    }

    @Test
    void anyTimeCanBeAskedFor() {
        for (var time : List.of(Instant.MIN, Instant.parse("-4713-01-01T00:00:00Z"))) {
            assertThat(positions("&from=" + time)).hasSize(EVENTS);
            assertThat(positions("&to=" + time)).isEmpty();
            assertThat(api.get("/v1/history/commands?from=" + time).status()).isEqualTo(200);
        }
        assertThat(positions("&to=%2B1000000000-12-31T23:59:59Z")).hasSize(EVENTS);
    }

    @Test
    void theBytesOfAnEventAreWaitedForToo() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> api.get("/v1/history/events/7/bytes?min-position=201"));
        CompletableFuture.runAsync(
                () -> seed.progress(201), CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

        assertThat(waiting.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    void command(long position, String key, String outcome, String code, int events) {
        seed.database.update(
                "insert into history.command values (?, ?, 'default', ?, 'stock.ReceiveGoods', ?, ?, null, null, null,"
                        + " ?, 'ana', null, null, ?, ?)",
                position,
                "command/default/" + key,
                key,
                outcome,
                code,
                events,
                Seed.time(NOON.plusSeconds(position)),
                Seed.time(NOON.plusSeconds(position)));
    }

    List<Long> positions(String filters) {
        return api.all("/v1/history/events?limit=7" + filters).stream()
                .map(event -> event.get("position").asLong())
                .toList();
    }

    List<Long> expected(Predicate<Fact> which) {
        return facts.stream().filter(which).map(Fact::position).toList();
    }

    static boolean isIn(Fact fact, Instant from, Instant to) {
        return !fact.recordedAt.isBefore(from) && fact.recordedAt.isBefore(to);
    }
}
