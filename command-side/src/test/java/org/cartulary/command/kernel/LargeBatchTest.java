package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.NOON;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartulary.command.TestLedger;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a batch begins costs no look each: the append finds out, as it does for a single command. */
class LargeBatchTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final int PRODUCTS = 20;
    private static final int GTINS = 50;

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void productsWithManyNumbersAreRegisteredWithoutLookingForEach() {
        try (var shop = new TestLedger(counting())) {
            var taken = product(0);
            shop.accepted(taken);
            connections.set(0);
            var batch = IntStream.rangeClosed(1, PRODUCTS)
                    .mapToObj(LargeBatchTest::product)
                    .toList();
            assertThat(answers(shop, batch)).containsOnlyNulls();
            assertThat(connections).hasValueLessThan(10);
            var again = new RegisterProduct(
                    Sku.of("AGAIN"),
                    "Another",
                    Kind.GOODS,
                    "EA",
                    0,
                    List.of(taken.gtins().getLast()),
                    NOON);
            assertThat(answers(shop, List.of(product(PRODUCTS + 1), again)))
                    .containsExactly("BATCH_REFUSED", "GTIN_TAKEN");
        }
    }

    private DelegatingDataSource counting() {
        return new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    private static Stream<String> answers(TestLedger shop, List<? extends Command> commands) {
        var requests = commands.stream()
                .map(command ->
                        shop.ledger.request(TestLedger.sender(UUID.randomUUID().toString()), command))
                .toList();
        return shop.ledger.submitAtomically(requests).stream().map(Answer::code);
    }

    private static RegisterProduct product(int number) {
        var gtins = IntStream.range(0, GTINS)
                .mapToObj(i -> gtin(number * GTINS + i))
                .toList();
        return new RegisterProduct(Sku.of("MANY-" + number), "Product", Kind.GOODS, "EA", 0, gtins, NOON);
    }

    private static Gtin gtin(int number) {
        var digits = "5600%08d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return Gtin.of(digits + (10 - sum % 10) % 10);
    }
}
