package org.cartulary.command.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.events.catalogue.EventCatalogue;

/**
 * Axon's view of the ledger in PostgreSQL. The events of one call are one posting: all of them are stored, or none. Tokens
 * count positions; there is no hole in them, and no event ever appears before one that has been read.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /** Under this name the root unit of work holds the {@link Appended} of its posting. */
    public static final String APPENDED = Appended.class.getName();

    private final GroupCommit commits;
    private final EnvelopeMapper envelopes;
    private final EventReads reads;
    private final SnapshotStore snapshots;

    public PostgresEventStorageEngine(
            DataSource source, GroupCommit commits, EventCatalogue catalogue, Clock clock, SnapshotStore snapshots) {
        this.commits = commits;
        this.envelopes = new EnvelopeMapper(catalogue, clock);
        this.reads = new EventReads(source, envelopes);
        this.snapshots = snapshots;
    }

    /**
     * Returns when the events are durable.
     *
     * @throws AppendConflict if another posting went first; also all else that {@link GroupCommit#append} throws
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        requireFirstPosting();
        var appended = commits.append(envelopes.rows(events));
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, appended));
    }

    /** What a unit of work decides is one posting: two could be stored by half. */
    private static void requireFirstPosting() {
        CurrentUnitOfWork.ifStarted(unit -> {
            if (unit.root().resources().containsKey(APPENDED))
                throw new IllegalStateException("this unit of work has appended its posting already");
        });
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return reads.stream(stream, firstSequence);
    }

    /** Ends where the ledger ends at that moment; it never blocks. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return reads.after(position(token));
    }

    private static long position(TrackingToken token) {
        if (token == null) return 0;
        if (token instanceof GlobalSequenceTrackingToken position) return position.getGlobalIndex();
        throw new IllegalArgumentException("a token of the ledger is a position, not " + token);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return reads.lastSequence(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reads.head());
    }

    /** Directly before the first event that was recorded at that time or later; the head where there is none. */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(reads.before(time));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber(), snapshot.getPayload());
    }

    /** Nothing where the snapshot is of another revision or cannot be read: the events tell all of it. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return snapshots.read(stream);
    }
}
