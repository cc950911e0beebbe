package org.cartulary.projection.history;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.util.List;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.subject.Subject;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Every event by what an auditor looks for, and every command with its outcome. */
public final class HistoryProjection implements Projection {

    private static final String EVENTS = """
            ${schema}.event (position, stream, sequence, name, location, channel, actor, device, command,
                occurred_at, recorded_at)""";

    private static final String SKUS = "${schema}.sku (sku, position)";

    private static final String PLACES = "${schema}.place (location, position)";

    private static final String COMMANDS = """
            ${schema}.command (position, command, client, key, name, outcome, code, rule_id, detail, reason, events,
                actor, device, channel, occurred_at, recorded_at)""";

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public boolean needs(String event) {
        return true;
    }

    /** Every row belongs to one event. */
    @Override
    public Object segment(Recorded recorded) {
        return recorded.position();
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var rows = new Batch();
        for (var recorded : batch) rows.add(recorded.position(), recorded.event());
        rows.write(tables);
    }

    /** The rows that follow from one batch. */
    private static final class Batch {

        private final CopyRows events =
                new CopyRows(BIGINT, TEXT, BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, INSTANT, INSTANT);
        private final CopyRows skus = new CopyRows(TEXT, BIGINT);
        private final CopyRows places = new CopyRows(TEXT, BIGINT);
        private final CopyRows commands = new CopyRows(
                BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, INT, TEXT, TEXT, TEXT, INSTANT, INSTANT);

        void add(long position, StoredEvent event) {
            var subject = Subject.of(event.data());
            events.add(
                    position,
                    event.stream(),
                    event.sequence(),
                    event.name(),
                    subject.location(),
                    subject.channel() == null ? event.channel() : subject.channel(),
                    event.actor(),
                    event.device(),
                    event.command(),
                    event.data().occurredAt(),
                    event.recordedAt());
            for (var sku : subject.skus()) skus.add(sku, position);
            for (var location : subject.locations()) places.add(location, position);
            if (event.data() instanceof CommandRecorded command) add(position, event, command);
        }

        private void add(long position, StoredEvent event, CommandRecorded command) {
            commands.add(
                    position,
                    event.stream(),
                    command.client(),
                    command.key(),
                    command.name(),
                    command.outcome(),
                    command.code(),
                    command.ruleId(),
                    command.detail(),
                    command.reason(),
                    command.events(),
                    event.actor(),
                    event.device(),
                    event.channel(),
                    command.occurredAt(),
                    event.recordedAt());
        }

        void write(Tables tables) {
            tables.copy(EVENTS, events);
            tables.copy(SKUS, skus);
            tables.copy(PLACES, places);
            tables.copy(COMMANDS, commands);
        }
    }
}
