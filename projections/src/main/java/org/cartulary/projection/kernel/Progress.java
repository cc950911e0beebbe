package org.cartulary.projection.kernel;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which position each projection holds the ledger: the table {@code projection.progress}. */
final class Progress {

    /**
     * @param position of the last event that the tables hold
     * @param revision of the code that made the tables
     */
    record Mark(long position, int revision) {}

    private final JdbcTemplate jdbc;

    Progress(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mark> find(Projection projection) {
        return query("select position, revision from projection.progress where projection = ?", projection);
    }

    /**
     * Keeps every other runner of the projection away until the transaction ends. The rows follow from the ledger, so
     * their commit does not wait for the disk: after a crash of the server both rows and progress are a moment older.
     */
    Optional<Mark> lock(Projection projection) {
        return query("""
                select position, revision, set_config('synchronous_commit', 'off', true)
                from projection.progress where projection = ? for update""", projection);
    }

    /**
     * Moves on from where the tables are thought to end, and keeps every other runner away until the transaction ends. Its
     * commit does not wait for the disk, as with {@link #lock}.
     *
     * @return false where the tables end elsewhere, or are of another revision
     */
    boolean advance(Projection projection, long from, long to) {
        return !jdbc.query("""
                        update projection.progress set position = ?
                        where projection = ? and position = ? and revision = ?
                        returning set_config('synchronous_commit', 'off', true)""", (row, number) -> row.getString(1), to, projection.name(), from, projection.revision())
                .isEmpty();
    }

    void start(Projection projection) {
        jdbc.update(
                "insert into projection.progress (projection, position, revision) values (?, 0, ?)",
                projection.name(),
                projection.revision());
    }

    void move(Projection projection, long position) {
        jdbc.update(
                "update projection.progress set position = ?, revision = ? where projection = ?",
                position,
                projection.revision(),
                projection.name());
    }

    private Optional<Mark> query(String statement, Projection projection) {
        return jdbc
                .query(statement, (row, number) -> new Mark(row.getLong(1), row.getInt(2)), projection.name())
                .stream()
                .findFirst();
    }
}
