package org.cartulary.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartulary.query.TestClock.NOON;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** The feed as a stream: it follows, resumes, beats, is bounded, and ends when the service does. */
@QueryTest
@TestPropertySource(
        properties = {
            "cartulary.feed.heartbeat=300ms",
            "cartulary.feed.streams=3",
            "cartulary.feed.poll=20ms",
            "server.tomcat.connection-timeout=1s"
        })
@Import({FeedStreamTest.Meters.class, FeedStreamTest.NobodySeesBeams.class})
class FeedStreamTest {

    static class Meters {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    static class NobodySeesBeams {
        @Bean
        EventVisibility visibility() {
            return (holder, event) -> !event.name().equals("stock.GoodsBeamed");
        }
    }

    final Api api;
    final Seed seed;
    final MeterRegistry meters;
    final FeedStreams streams;
    final String address;
    final Random random = new Random(3);

    FeedStreamTest(Api api, Seed seed, MeterRegistry meters, FeedStreams streams, Environment environment) {
        this.api = api;
        this.seed = seed;
        this.meters = meters;
        this.streams = streams;
        this.address = "http://localhost:" + environment.getRequiredProperty("local.server.port") + "/v1/feed";
    }

    @BeforeEach
    void empty() {
        seed.empty();
    }

    @AfterEach
    void allStreamsHaveEnded() {
        await().until(() -> open() == 0);
    }

    @Test
    void itTellsWhatWasAndThenWhatHappens() throws Exception {
        append(1, 300);
        try (var stream = OpenStream.of(address)) {
            await().until(() -> stream.events().size() == 300);
            for (int position = 301; position <= 500; position++) append(position, position);
            await().until(() -> stream.events().size() == 500);

            assertThat(stream.events()).isEqualTo(positions(1, 500));
            assertThat(stream.response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            var event = stream.lines.stream()
                    .filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(CanonicalJson.MAPPER.readTree(event.substring(6)))
                    .isEqualTo(api.get("/v1/feed?limit=1").json().get(0));
        }
    }

    @Test
    void whoComesAgainGoesOnBehindTheLastId() throws Exception {
        append(1, 40);
        try (var stream = OpenStream.again(address + "?after=3", "25")) {
            await().until(() -> stream.events().size() == 15);
            assertThat(stream.events()).isEqualTo(positions(26, 40));
        }
    }

    /** Else who wants little would come again with an old id, and everything would be looked through again. */
    @Test
    void aHeartbeatTellsUpToWhereEverythingWasLookedAt() throws Exception {
        append(1, 40);
        try (var stream = OpenStream.of(address + "?type=sale.SaleRecorded")) {
            await().until(() -> stream.lastId().equals("40"));
            append(41, 60);
            await().until(() -> stream.lastId().equals("60"));
            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void whatSomebodyMayNotSeeIsPassedOver() throws Exception {
        seed.event(1, delivery(1).named("stock.GoodsBeamed").json(), null, null, NOON);
        append(2, 3);
        try (var stream = OpenStream.of(address)) {
            await().until(() -> stream.events().size() == 2);
            seed.event(4, delivery(4).named("stock.GoodsBeamed").json(), null, null, NOON);
            append(5, 5);
            await().until(() -> stream.events().size() == 3);
            assertThat(stream.events()).containsExactly(2L, 3L, 5L);
        }
        assertThat(api.get("/v1/feed").json()).hasSize(3);
    }

    @Test
    void streamsAreBounded() throws Exception {
        append(1, 1);
        try (var one = OpenStream.of(address);
                var two = OpenStream.of(address);
                var three = OpenStream.of(address);
                var four = OpenStream.of(address)) {
            assertThat(List.of(one, two, three)).allMatch(stream -> stream.response.statusCode() == 200);
            assertThat(four.response.statusCode()).isEqualTo(503);
            await().until(four::hasEnded);
            assertThat(String.join("", four.lines)).contains("STREAMS_OVERLOADED");
        }
    }

    /** He reads nothing, so his place must be given to another, and nothing may be kept for him. */
    @Test
    void aReaderWhoStandsStillIsCut() throws Exception {
        for (int position = 1; position <= 30; position++)
            seed.event(position, delivery(position).bytes(1 << 20), null, null, NOON);
        seed.head(30);
        double before = cut();
        try (var socket = new Socket("localhost", Integer.parseInt(address.replaceAll(".*:(\\d+)/.*", "$1")))) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /v1/feed HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().until(() -> open() == 1);
            await().until(() -> open() == 0);
            assertThat(cut()).isEqualTo(before + 1);
        }
    }

    @Test
    void whenTheServiceStopsEveryStreamEndsAtOnceAndWithoutFailure() throws Exception {
        append(1, 3);
        try (var stream = OpenStream.of(address)) {
            await().until(() -> stream.events().size() == 3);
            streams.stop();
            await().until(stream::hasEnded);
            assertThat(stream.lines.getLast()).isEmpty();
            try (var refused = OpenStream.of(address)) {
                assertThat(refused.response.statusCode()).isEqualTo(503);
            }
        } finally {
            streams.start();
        }
    }

    @Test
    void whatCanNotBeMeantIsRefusedBeforeTheStreamBegins() throws Exception {
        append(1, 3);
        try (var ahead = OpenStream.of(address + "?after=4");
                var madeUp = OpenStream.again(address, "yesterday")) {
            assertThat(ahead.response.statusCode()).isEqualTo(503);
            assertThat(madeUp.response.statusCode()).isEqualTo(400);
        }
    }

    private void append(int first, int last) {
        for (int position = first; position <= last; position++)
            seed.event(position, delivery(position).json(), null, null, NOON);
        seed.head(last);
    }

    private Delivery delivery(int position) {
        return Delivery.random(position, random);
    }

    private static List<Long> positions(int first, int last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private double open() {
        return meters.get("cartulary.feed.streams").gauge().value();
    }

    private double cut() {
        return meters.get("cartulary.feed.cut").counter().count();
    }
}
