package org.cartulary.command.engine;

import java.util.Optional;
import javax.sql.DataSource;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.ledger.CommandRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the first outcome of a command that is sent again. */
public final class CommandRecords {

    private static final String FIND = "select position, event from ledger.read_stream(?, 0, 1)";

    private final JdbcTemplate ledger;
    private final EventJson json;

    public CommandRecords(DataSource source, EventJson json) {
        this.ledger = new JdbcTemplate(source);
        this.json = json;
    }

    /** @param recordStream {@link CommandRecorded#streamOf} of the client and its idempotency key */
    public Optional<RecordedCommand> find(String recordStream) {
        return ledger.query(FIND, (row, n) -> recorded(row.getLong(1), row.getBytes(2)), recordStream).stream()
                .findFirst();
    }

    private RecordedCommand recorded(long position, byte[] event) {
        return new RecordedCommand(position, (CommandRecorded) json.read(event).data());
    }

    /** The last position of the ledger; 0 where it is empty. */
    public long head() {
        return ledger.queryForObject("select position from ledger.head", Long.class);
    }
}
