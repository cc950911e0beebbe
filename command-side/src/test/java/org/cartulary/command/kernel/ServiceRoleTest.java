package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServiceRoleTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void theServiceWorksInARoleThatCannotLogInAndOwnsNoDatabase() {
        var role = JdbcClient.create(database.dataSource())
                .sql("select rolname, rolcanlogin, rolsuper from pg_roles where rolname = current_user")
                .query()
                .singleRow();
        assertThat(role)
                .containsEntry("rolname", "cartulary_service")
                .containsEntry("rolcanlogin", false)
                .containsEntry("rolsuper", false);
    }
}
