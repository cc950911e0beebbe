package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The event table has no update or delete path. */
class AppendOnlyTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final String PRIVILEGE_MISSING = "42501";
    private static final String REFUSED_BY_TRIGGER = "23000";

    @BeforeAll
    static void storeAnEvent() throws SQLException {
        try (var ledger = LedgerConnection.open(database.dataSource())) {
            ledger.append(Rows.group(Rows.one("kept", 0)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set event = '' where stream = 'kept'",
                "update ledger.event set position = position + 1",
                "delete from ledger.event",
                "truncate ledger.event",
                "truncate ledger.event cascade"
            })
    void nobodyChangesAStoredEvent(String change) {
        assertRefused(database.owner(), change, REFUSED_BY_TRIGGER);
        assertRefused(database.dataSource(), change, PRIVILEGE_MISSING);
        assertThat(Rows.positions(database, "kept")).hasSize(1);
    }

    @Test
    void notEvenASessionThatReplaysAnotherServerDoes() {
        assertRefused(
                database.owner(),
                "set session_replication_role = replica; delete from ledger.event",
                REFUSED_BY_TRIGGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into ledger.event values (2, 'past-the-append', 0, 'test.Happened', now(), '')",
                "update ledger.head set position = position + 1",
                "select position from ledger.head for update",
                "delete from ledger.head",
                "insert into ledger.head (one, position) values (true, 0)",
                "alter table ledger.event disable trigger append_only",
                "drop table ledger.event",
                "create table ledger.other (one int)"
            })
    void theServiceMayNotChangeTheLedgerItself(String change) {
        assertRefused(database.dataSource(), change, PRIVILEGE_MISSING);
    }

    private static void assertRefused(DataSource source, String change, String state) {
        assertThatThrownBy(() -> new JdbcTemplate(source).execute(change))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isEqualTo(state);
    }
}
