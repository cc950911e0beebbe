package org.cartulary.command.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.engine.QueuedPosting;
import org.cartulary.command.engine.Row;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;

/** Puts what a unit of work has recorded into the envelopes that are stored. All events of a posting are recorded at once. */
final class Envelopes {

    private final EventCatalogue catalogue;
    private final EventJson json;

    Envelopes(EventCatalogue catalogue) {
        this.catalogue = catalogue;
        this.json = new EventJson(catalogue);
    }

    QueuedPosting posting(Work work, long deadline) {
        var noted = List.copyOf(work.noted());
        return new QueuedPosting(work.touches(), recordedAt -> rows(noted, recordedAt), deadline);
    }

    private List<Row> rows(List<Work.Noted> noted, Instant recordedAt) {
        var rows = new ArrayList<Row>(noted.size());
        for (var one : noted) rows.add(Row.of(envelope(one, recordedAt), json));
        return rows;
    }

    /** Every event tells which command caused it, and who sent that. */
    private StoredEvent envelope(Work.Noted noted, Instant recordedAt) {
        var entry = catalogue.entry(noted.event().getClass());
        var sender = noted.by().sender();
        return new StoredEvent(
                sender.actor(),
                sender.channel(),
                sender.record(),
                noted.event(),
                sender.device(),
                noted.id(),
                entry.name(),
                recordedAt,
                entry.revision(),
                noted.sequence(),
                noted.event().stream());
    }
}
