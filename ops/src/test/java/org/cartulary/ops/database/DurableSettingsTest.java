package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DurableSettingsTest {
    /** The server of the tests is fast because it may forget, which is just what the service must not accept. */
    @RegisterExtension
    static final TestDatabase forgetful = TestDatabase.empty();

    @Test
    void anExternalServerThatCouldForgetAPostingIsRefused() {
        var external = Database.external(forgetful.url(), "postgres", "");
        assertThatThrownBy(() -> LedgerPools.open(external, 1))
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessageContaining("= off, so it could lose an acknowledged posting.");
    }
}
