package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.TEAPOT;
import static org.cartulary.command.Examples.lisbon;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.engine.LedgerUnavailable;
import org.cartulary.events.kernel.Sku;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Whoever asks while the database is away hears that it may come back, whatever the ledger wanted to read. */
class DatabaseAwayTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private boolean away;

    @Test
    void aCommandThatCannotBeDecidedForItMayBeSentAgain() {
        var source = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away) throw new SQLTransientConnectionException("the database is away");
                return super.getConnection();
            }
        };
        try (var before = new TestLedger(database.dataSource());
                var shop = new TestLedger(source)) {
            Examples.open(before);
            before.accepted(receive(lisbon(TEAPOT), units(2)));
            var sale = Basket.of(TEAPOT, 1, "1").sale();
            var sender = TestLedger.sender("sale");
            away = true;
            assertUnavailable(() -> shop.ledger.submit(sender, sale));
            assertUnavailable(() -> shop.ledger.dryRun(sender, sale));
            assertUnavailable(() -> shop.submit(receive(lisbon(Sku.of("UNKNOWN")), units(1))));
            away = false;
            assertThat(shop.ledger.submit(sender, sale).isAccepted()).isTrue();
        }
    }

    private static void assertUnavailable(ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());
    }
}
