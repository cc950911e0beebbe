package org.cartulary.ops.imports;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the ledger and its projections are. */
final class LedgerMark {

    private final JdbcTemplate tables;

    LedgerMark(DataSource source) {
        this.tables = new JdbcTemplate(source);
    }

    /** The position of the last event. */
    long head() {
        return tables.queryForObject("select position from ledger.head", Long.class);
    }

    /** Up to which position each projection holds. */
    Map<String, Long> projections() {
        var positions = new TreeMap<String, Long>();
        tables.query("select projection, position from projection.progress", row -> {
            positions.put(row.getString(1), row.getLong(2));
        });
        return positions;
    }

    /** The position that all projections have reached. */
    long followed() {
        return projections().values().stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
