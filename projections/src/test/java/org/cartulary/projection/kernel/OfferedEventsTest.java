package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OfferedEventsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.projection());
    private final TestLedger ledger = new TestLedger(database.dataSource());
    private final PostgresEventFeed feed = new PostgresEventFeed(database.projection());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatIsOfferedIsNeitherReadNorParsed() {
        append(3);
        var offered = stored(1, 3);

        feed.offer(1, offered);

        var events = after(0);
        assertThat(positions(events)).containsExactly(1L, 2L, 3L);
        for (int i = 0; i < 3; i++) assertThat(events.get(i).event()).isSameAs(offered.get(i));
    }

    @Test
    void aGapIsReadWithWhatFollowsIt() {
        append(6);
        feed.offer(1, stored(1, 2));
        feed.offer(5, stored(5, 6));

        assertThat(positions(after(0))).containsExactly(1L, 2L);
        assertThat(positions(after(2))).containsExactly(3L, 4L, 5L, 6L);
        assertThat(positions(after(0))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void anotherNodesEventsBetweenArriveInTheirOrder() {
        append(2);
        feed.offer(1, stored(1, 2));
        append(2);
        append(1);
        feed.offer(5, stored(5, 5));
        append(3);

        assertThat(drained()).isEqualTo(LongStream.rangeClosed(1, 8).boxed().toList());
    }

    @Test
    void whatIsOfferedTwiceOrLateArrivesOnce() {
        append(5);
        feed.offer(3, stored(3, 5));
        feed.offer(1, stored(1, 4));

        assertThat(drained()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatWasPushedOutIsReadAgain() {
        int events = 20_000;
        append(events);
        feed.offer(1, stored(1, events));

        assertThat(drained())
                .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    }

    @Test
    void anOfferWakesWhoeverWaits() throws InterruptedException {
        append(1);
        var offered = stored(1, 1);
        var waiter = Thread.ofVirtual().start(() -> feed.after(1, 10, Duration.ofHours(1)));

        while (waiter.isAlive()) {
            feed.offer(1, offered);
            waiter.join(Duration.ofMillis(5));
        }
    }

    private void append(int products) {
        int first = (int) ledger.head() + 1;
        ledger.append(TestProducts.range(first, first + products - 1));
    }

    private List<StoredEvent> stored(long first, long last) {
        var json = new EventJson(EventCatalogue.CURRENT);
        return jdbc.query(
                "select event from ledger.event where position between ? and ? order by position",
                (row, number) -> json.read(row.getBytes(1)),
                first,
                last);
    }

    private List<Recorded> after(long position) {
        return feed.after(position, 10, Duration.ZERO);
    }

    private List<Long> drained() {
        var all = new ArrayList<Long>();
        for (var events = after(0); !events.isEmpty(); events = after(all.getLast())) all.addAll(positions(events));
        return all;
    }

    private static List<Long> positions(List<Recorded> events) {
        return events.stream().map(Recorded::position).toList();
    }
}
