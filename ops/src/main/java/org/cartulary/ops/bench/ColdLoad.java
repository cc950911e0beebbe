package org.cartulary.ops.bench;

import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.ops.bench.loop.Caller;

/** Reads what makes an aggregate's state where memory does not hold it: its last snapshot, and the events since. */
record ColdLoad(EventStorageEngine engine, Supplier<String> streams) implements Caller {

    static final String NAME = "load";

    @Override
    public void call() {
        var stream = streams.get();
        var snapshot = engine.readSnapshot(stream);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        long next = snapshot.map(DomainEventMessage::getSequenceNumber).orElse(-1L) + 1;
        for (var events = engine.readEvents(stream, next); events.hasNext(); )
            events.next().getPayload();
    }
}
