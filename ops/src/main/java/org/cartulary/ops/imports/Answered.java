package org.cartulary.ops.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.ledger.CommandRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger has answered before: a resumed import asks for many commands at once, and trusts nothing but the ledger. */
final class Answered {

    private static final String FIND =
            "select event from unnest(?) as record (stream), lateral ledger.read_stream(record.stream, 0, 1)";

    private final JdbcTemplate events;
    private final EventJson json;
    private final Ledger ledger;

    /** @param source reads the ledger as commands do */
    Answered(DataSource source, EventJson json, Ledger ledger) {
        this.events = new JdbcTemplate(source);
        this.json = json;
        this.ledger = ledger;
    }

    /**
     * @return the records of those commands that were sent before, by their keys
     * @throws ImportStopped if a key was used for another command
     */
    Map<String, CommandRecorded> among(List<Step> steps) {
        var records = find(steps);
        for (var step : steps) {
            var record = records.get(step.key());
            if (record != null && !record.digest().equals(digest(step))) throw ImportStopped.anotherFile(step);
        }
        return records;
    }

    private String digest(Step step) {
        return ledger.request(step.sender(), step.command()).digest();
    }

    private Map<String, CommandRecorded> find(List<Step> steps) {
        var streams = steps.stream().map(step -> step.sender().record()).toArray();
        var records = new HashMap<String, CommandRecorded>();
        events.query(
                connection -> {
                    var statement = connection.prepareStatement(FIND);
                    statement.setArray(1, connection.createArrayOf("text", streams));
                    return statement;
                },
                row -> {
                    var record = (CommandRecorded) json.read(row.getBytes(1)).data();
                    records.put(record.key(), record);
                });
        return records;
    }
}
