package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.command.access.AccessRejection;
import org.cartulary.command.exchange.ExchangeRejection;
import org.cartulary.command.finance.FinanceRejection;
import org.cartulary.command.kernel.LedgerRejection;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.loyalty.LoyaltyRejection;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.reservation.ReservationRejection;
import org.cartulary.command.returns.ReturnsRejection;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.storedvalue.StoredValueRejection;
import org.cartulary.command.transfer.TransferRejection;
import org.cartulary.testing.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rule book, "Commands": refusals have a documented precedence and a stable code. */
class RefusalsDocumentedTest {

    static final List<Class<? extends Rejection>> CAPABILITIES = List.of(
            AccessRejection.class,
            LedgerRejection.class,
            LocationRejection.class,
            ProductRejection.class,
            SaleRejection.class,
            ReturnsRejection.class,
            ExchangeRejection.class,
            ReservationRejection.class,
            TransferRejection.class,
            LoyaltyRejection.class,
            StoredValueRejection.class,
            StockRejection.class,
            FinanceRejection.class);

    @ParameterizedTest
    @FieldSource("CAPABILITIES")
    void theDocumentationListsTheCodesInTheirOrder(Class<? extends Rejection> capability) throws IOException {
        var documented = Files.readString(Repository.root().resolve("docs/problems.md"));

        assertThat(documented)
                .containsSubsequence(Stream.of(capability.getEnumConstants())
                        .map(code -> "- `" + code.name() + "`")
                        .toList());
    }
}
