package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final YearMonth MONTH = YearMonth.of(2011, 1);

    @Test
    void aPennyTooMuchIsNamedWithItsMonthAndKind() {
        var reconciliation = new Reconciliation(sales(10_000), sales(10_001), sales(10_000));

        assertThat(reconciliation.holds()).isFalse();
        assertThat(reconciliation.differences())
                .containsExactly("2011-01 SALE: the file has 10,000 pence, the ledger has 10,001 (+1)");
        assertThat(reconciliation.table()).contains("DIFFERS");
    }

    @Test
    void theSumsByDayMustAgreeToo() {
        assertThat(new Reconciliation(sales(10_000), sales(10_000), sales(9_999)).differences())
                .containsExactly(
                        "2011-01 SALE: the file has 10,000 pence in the sums by day, the ledger has 9,999 (-1)");
    }

    @Test
    void aMonthThatOnlyTheLedgerHasIsADifference() {
        assertThat(new Reconciliation(Figures.empty(), sales(1), sales(1)).holds())
                .isFalse();
    }

    private static Figures sales(long amountMinor) {
        var figures = Figures.empty();
        figures.add(MONTH, Row.Kind.SALE, new Figures.Sum(1, 1, 1, amountMinor));
        return figures;
    }
}
