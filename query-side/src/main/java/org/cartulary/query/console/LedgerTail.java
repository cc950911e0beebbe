package org.cartulary.query.console;

import java.util.List;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.json.UnknownEventException;
import org.cartulary.query.kernel.Positions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of the ledger and how far each projection has followed it. */
@Component
class LedgerTail {

    private final JdbcClient database;
    private final Positions positions;
    private final EventJson json = new EventJson(EventCatalogue.CURRENT);

    LedgerTail(JdbcClient database, Positions positions) {
        this.database = database;
        this.positions = positions;
    }

    long head() {
        return positions.head();
    }

    List<Overview.Follower> projections(long head) {
        return database.sql("select projection, position from projection.progress order by projection")
                .query((row, number) -> follower(row.getString("projection"), row.getLong("position"), head))
                .list();
    }

    /** The last events, newest first. */
    List<Overview.Line> last(int count) {
        return database.sql("select position, event from ledger.event order by position desc limit :count")
                .param("count", count)
                .query((row, number) -> line(row.getLong("position"), row.getBytes("event")))
                .list();
    }

    /** The head was read first, so a projection may by now be ahead of it. */
    private static Overview.Follower follower(String projection, long position, long head) {
        long lag = Math.max(0, head - position);
        return new Overview.Follower(projection, Amounts.count(position), Amounts.count(lag), lag > 0);
    }

    private Overview.Line line(long position, byte[] bytes) {
        try {
            return line(position, json.read(bytes));
        } catch (UnknownEventException ofAnotherVersion) {
            return new Overview.Line(position, "", "", ofAnotherVersion.getMessage(), "");
        }
    }

    private static Overview.Line line(long position, StoredEvent event) {
        return new Overview.Line(
                position,
                Times.second(event.recordedAt()),
                event.name(),
                EventSentence.of(event.data()),
                event.actor() == null ? "" : event.actor());
    }
}
