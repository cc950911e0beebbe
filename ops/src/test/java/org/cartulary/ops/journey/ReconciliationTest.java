package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.events.kernel.LocationId;
import org.cartulary.ops.journey.Figures.Sum;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    @Test
    void aCentTooMuchIsNamedWithItsHouseholdAndItsStore() {
        var reconciliation = new Reconciliation(figures(100, 10, 5), figures(100, 11, 5), days(100, 10, 5));

        assertThat(reconciliation.holds()).isFalse();
        assertThat(reconciliation.differences())
                .containsExactly(
                        "HOUSEHOLD-9001: the files have 10 cents of loyalty discount, the ledger has 11 (+1)",
                        "STORE-71: the files have 10 cents of loyalty discount, the ledger has 11 (+1)");
        assertThat(reconciliation.table()).contains("DIFFERS");
    }

    @Test
    void theSumsByDayMustAgreeToo() {
        assertThat(new Reconciliation(figures(100, 10, 5), figures(100, 10, 5), days(99, 10, 4)).differences())
                .containsExactly(
                        "STORE-71 in the sums by day: the files have 100 cents of sales value, the ledger has 99 (-1)",
                        "STORE-71 in the sums by day: the files have 5 cents of coupon discount, the ledger has 4 (-1)");
    }

    @Test
    void whatOnlyOneSideHasIsADifference() {
        assertThat(new Reconciliation(Figures.empty(), figures(1, 0, 0), days(1, 0, 0)).holds())
                .isFalse();
        assertThat(new Reconciliation(figures(1, 0, 0), Figures.empty(), Figures.empty()).holds())
                .isFalse();
    }

    private static Figures figures(long sales, long loyalty, long coupons) {
        var figures = Figures.empty();
        figures.add(Grocer.customer("9001"), Grocer.location("71"), new Sum(1, 1, sales, loyalty, coupons));
        return figures;
    }

    private static Figures days(long sales, long loyalty, long coupons) {
        var figures = Figures.empty();
        figures.add(null, LocationId.of("STORE-71"), new Sum(0, 0, sales, loyalty, coupons));
        return figures;
    }
}
