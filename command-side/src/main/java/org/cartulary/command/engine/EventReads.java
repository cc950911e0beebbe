package org.cartulary.command.engine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads stored events, a page at a time, so that a long stream never stands in memory as a whole. */
final class EventReads {

    static final int PAGE = 1_000;

    private static final String STREAM = "select event from ledger.read_stream(?, ?, " + PAGE + ") order by sequence";
    private static final String AFTER =
            "select position, event from ledger.event where position > ? order by position limit " + PAGE;
    private static final String LAST = "select ledger.last_sequence(?)";
    private static final String HEAD = "select position from ledger.head";
    private static final String BEFORE =
            "select coalesce((select min(position) - 1 from ledger.event where recorded_at >= ?), (select position from ledger.head))";

    private final JdbcTemplate ledger;
    private final EnvelopeMapper envelopes;

    EventReads(DataSource source, EnvelopeMapper envelopes) {
        this.ledger = new JdbcTemplate(source);
        this.envelopes = envelopes;
    }

    DomainEventStream stream(String stream, long firstSequence) {
        return new PagedEventStream(firstSequence, first -> page(stream, first));
    }

    private List<? extends DomainEventMessage<?>> page(String stream, long first) {
        return ledger.query(STREAM, (row, n) -> envelopes.message(row.getBytes(1)), stream, first);
    }

    Stream<? extends TrackedEventMessage<?>> after(long position) {
        return Stream.iterate(tracked(position), page -> !page.isEmpty(), page -> tracked(positionOf(page.getLast())))
                .flatMap(List::stream);
    }

    private List<TrackedEventMessage<?>> tracked(long position) {
        return ledger.query(
                AFTER,
                (row, n) -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(row.getLong(1)), envelopes.message(row.getBytes(2))),
                position);
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    Optional<Long> lastSequence(String stream) {
        return Optional.ofNullable(ledger.queryForObject(LAST, Long.class, stream));
    }

    long head() {
        return ledger.queryForObject(HEAD, Long.class);
    }

    long before(Instant time) {
        return ledger.queryForObject(BEFORE, Long.class, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
