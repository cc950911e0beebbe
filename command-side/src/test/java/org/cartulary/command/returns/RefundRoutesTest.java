package org.cartulary.command.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cartulary.command.returns.RefundRoutes.Due;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.Refund.Rerouted;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Tenders": what can't go back to its tender becomes stored credit with a reason. */
class RefundRoutesTest {

    private final StoredValueId credit = new StoredValueId(Uuid7.random());
    private final RefundRoutes routes = new RefundRoutes(null, credit);

    /** Sales that were recorded before credits had accounts say whatever the channel had said, or nothing. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "VOUCHER-7")
    void whatACreditWithoutAccountHadPaidBecomesCreditOfAnAccount(String reference) {
        var due = new Due(new Tender(1, TenderType.STORED_CREDIT, 100, reference, null), 100, List.of());

        assertThat(routes.accountsOf(due)).containsExactly(credit);
        assertThat(routes.of(due, id -> true).refund())
                .isEqualTo(new Refund(1, TenderType.STORED_CREDIT, 100, credit.toString(), Rerouted.ACCOUNT_CLOSED));
    }

    @Test
    void whatAnAccountHadPaidGoesBackToIt() {
        var account = new StoredValueId(Uuid7.random());
        var drawn = List.of(new LotPart(1, 100, null));
        var due = new Due(new Tender(1, TenderType.STORED_CREDIT, 100, account.toString(), null), 100, drawn);

        assertThat(routes.of(due, account::equals).account()).isEqualTo(account);
        assertThat(routes.of(due, account::equals).parts()).isEqualTo(drawn);
    }
}
