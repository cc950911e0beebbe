package org.cartulary.query.feed;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The feed page by page: every event, in position order, without a hole, whatever is filtered. */
@QueryTest
class FeedTest {

    static final int EVENTS = 250;

    final Api api;
    final Seed seed;
    final List<Delivery> deliveries = new ArrayList<>();

    FeedTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void deliveries() {
        seed.empty();
        deliveries.clear();
        var random = new Random(7);
        for (int position = 1; position <= EVENTS; position++) {
            var delivery = Delivery.random(position, random);
            deliveries.add(delivery);
            seed.event(position, delivery.json(), null, null, NOON);
        }
        seed.progress(EVENTS);
    }

    @Test
    void pagesHoldEveryEventOnceAndInOrder() {
        assertThat(positions("limit=37"))
                .isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().collect(toList()));
        assertThat(positions("")).hasSize(EVENTS);
        assertThat(api.get("/v1/feed").json()).hasSize(100);
    }

    @Test
    void aPageIsABatchOfCloudEventsWithTheStoredData() {
        var answer = api.get("/v1/feed?after=2&limit=1");
        var event = answer.json().get(0);
        var third = deliveries.get(2);

        assertThat(answer.header("Content-Type")).startsWith("application/cloudevents-batch+json");
        assertThat(answer.position()).isEqualTo(3);
        assertThat(event.at("/specversion").asString()).isEqualTo("1.0");
        assertThat(event.at("/source").asString()).isEqualTo("urn:cartulary:ledger");
        assertThat(event.at("/id").asString()).isEqualTo(third.id());
        assertThat(event.at("/type").asString()).isEqualTo(third.name());
        assertThat(event.at("/subject").asString()).isEqualTo("stock/" + third.location() + "/TEAPOT");
        assertThat(event.at("/position").asString()).isEqualTo("3");
        assertThat(event.at("/time").asString()).isEqualTo("2026-03-01T11:59:58.500Z");
        assertThat(event.get("data").toString()).isEqualTo(third.data());
    }

    @Test
    void filtersFindExactlyTheirEventsInAnyNumber() {
        assertThat(positions("limit=7&type=stock.GoodsReceived"))
                .isEqualTo(expected(it -> it.name().equals("stock.GoodsReceived")));
        assertThat(positions("limit=7&type=stock.GoodsReceived&type=stock.GoodsFound"))
                .hasSize(EVENTS);
        assertThat(positions("limit=7&location=PORTO"))
                .isEqualTo(expected(it -> it.location().equals("PORTO")));
        assertThat(positions("limit=7&location=PORTO&location=LISBON")).hasSize(EVENTS);
        assertThat(positions("limit=7&channel=web"))
                .isEqualTo(expected(it -> it.channel().equals("web")));
        assertThat(positions("limit=7&channel=web&location=PORTO&type=stock.GoodsFound"))
                .isEqualTo(expected(it -> it.channel().equals("web")
                        && it.location().equals("PORTO")
                        && it.name().equals("stock.GoodsFound")));
    }

    @Test
    void aPageOfNothingSaysUpToWhereNothingWas() {
        var answer = api.get("/v1/feed?after=10&type=sale.SaleRecorded");

        assertThat(answer.json()).isEmpty();
        assertThat(answer.position()).isEqualTo(EVENTS);
        assertThat(api.get("/v1/feed?after=" + EVENTS).position()).isEqualTo(EVENTS);
    }

    /** Rarely wanted events are looked for stretch by stretch: no request looks through everything. */
    @Test
    void aPageLooksAtABoundedStretch() {
        seed.head(1_000_000);

        assertThat(api.get("/v1/feed?after=300&location=PORTO").position()).isEqualTo(10_300);
    }

    @Test
    void goodsOnTheRoadConcernBothPlaces() {
        seed.event(EVENTS + 1, Approved.event("transfer.TransferDispatched@1"), null, null, NOON);
        seed.head(EVENTS + 1);
        var event = api.get("/v1/feed?after=" + EVENTS).json().get(0);
        var route = event.at("/data/route");

        for (var place : List.of("source", "destination"))
            assertThat(positions(
                            "after=" + EVENTS + "&location=" + route.get(place).asString()))
                    .containsExactly(EVENTS + 1L);
        assertThat(positions("after=" + EVENTS + "&location=NOWHERE")).isEmpty();
    }

    @Test
    void whatCanNotBeMeantIsRefused() {
        assertThat(code("/v1/feed?type=stock.GoodsRecieved")).isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/v1/feed?location=a/b")).isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/v1/feed?sku=TEAPOT")).isEqualTo("400 UNKNOWN_PARAMETER");
        assertThat(code("/v1/feed?limit=1001")).isEqualTo("400 INVALID_PARAMETER");
        assertThat(code("/v1/feed?Last-Event-ID=7")).isEqualTo("400 UNKNOWN_PARAMETER");
    }

    /** Whoever has seen more than there is follows another ledger, or one that was restored: he must not wait in silence. */
    @Test
    void aPositionThatNeverWasIsSaid() {
        assertThat(code("/v1/feed?after=" + (EVENTS + 1))).isEqualTo("503 POSITION_NOT_REACHED");
    }

    @Test
    void anEventOfALaterVersionIsShownButNeverGuessedAbout() {
        seed.event(
                EVENTS + 1,
                deliveries.getFirst().named("stock.GoodsBeamed").at(EVENTS + 1).json(),
                null,
                null,
                NOON);
        seed.head(EVENTS + 1);

        assertThat(positions("after=" + EVENTS)).containsExactly(EVENTS + 1L);
        assertThat(code("/v1/feed?after=" + EVENTS + "&location=PORTO")).isEqualTo("503 EVENT_UNKNOWN");
    }

    @Test
    void aPageOfLargeEventsHoldsFewerOfThem() {
        for (int position = EVENTS + 1; position <= EVENTS + 5; position++)
            seed.event(position, deliveries.getFirst().at(position).bytes(3 << 20), null, null, NOON);
        seed.head(EVENTS + 5);

        assertThat(api.get("/v1/feed?after=" + EVENTS).json()).hasSizeBetween(1, 4);
        assertThat(positions("after=" + EVENTS)).hasSize(5);
    }

    private List<Long> expected(Predicate<Delivery> condition) {
        return deliveries.stream().filter(condition).map(Delivery::position).toList();
    }

    /** What a reader gets who always goes on from the position that he was told. */
    private List<Long> positions(String query) {
        var found = new ArrayList<Long>();
        var first = query.contains("after=") ? Long.parseLong(query.replaceAll(".*after=(\\d+).*", "$1")) : 0;
        var rest = query.replaceAll("after=\\d+&?", "");
        for (long after = first; ; ) {
            var page = api.get("/v1/feed?after=" + after + (rest.isEmpty() ? "" : "&" + rest));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode event : page.json())
                found.add(Long.parseLong(event.get("position").asString()));
            if (page.position() == after) return found;
            after = page.position();
        }
    }

    private String code(String path) {
        var answer = api.get(path);
        return answer.status() + " " + answer.at("/code").asString();
    }
}
