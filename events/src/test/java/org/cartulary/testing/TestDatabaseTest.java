package org.cartulary.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void twoDatabasesShareNothing() throws SQLException {
        try (var other = TestDatabase.empty()) {
            execute(database, "create table only_here(one int)");
            execute(other, "create table only_here(one int)");
            assertThat(other.url()).isNotEqualTo(database.url());
        }
    }

    private static void execute(TestDatabase database, String statement) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
