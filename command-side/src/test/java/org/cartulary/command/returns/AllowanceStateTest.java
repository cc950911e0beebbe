package org.cartulary.command.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.returns.ReturnsRejection.CAP_WITHOUT_RECEIPT_REACHED;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;
import org.junit.jupiter.api.Test;

/** Rule book, "Returns and exchanges": without receipt there is a cap per person. Here: 100.00 in 90 days. */
class AllowanceStateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private AllowanceState allowance = AllowanceState.NONE;

    @Test
    void refundsAreGrantedUpToTheCapAndToThePenny() {
        uses(6_000, "EUR", TODAY);
        rejected(CAP_WITHOUT_RECEIPT_REACHED, () -> decide(use(4_001, "EUR", TODAY), false));
        assertThat(uses(4_000, "EUR", TODAY)).hasSize(1);
    }

    @Test
    void theFirstDayOfTheLookBackStillCounts() {
        uses(10_000, "EUR", TODAY.minusDays(90));
        rejected(CAP_WITHOUT_RECEIPT_REACHED, () -> decide(use(1, "EUR", TODAY), false));
        assertThat(decide(use(10_000, "EUR", TODAY.plusDays(1)), false)).hasSize(1);
    }

    @Test
    void currenciesAreNeverSummed() {
        uses(10_000, "EUR", TODAY);
        assertThat(decide(use(10_000, "GBP", TODAY), false)).hasSize(1);
    }

    @Test
    void anOverrideLetsMorePassAndIsCounted() {
        assertThat(decide(use(50_000, "EUR", TODAY), true)).hasSize(1);
        allowance = allowance.evolve(use(50_000, "EUR", TODAY));
        rejected(CAP_WITHOUT_RECEIPT_REACHED, () -> decide(use(1, "EUR", TODAY), false));
    }

    @Test
    void noSumIsTooHighToBeAboveTheCap() {
        for (int i = 0; i < 3; i++) allowance = allowance.evolve(use(Long.MAX_VALUE / 2, "EUR", TODAY));
        rejected(CAP_WITHOUT_RECEIPT_REACHED, () -> decide(use(1, "EUR", TODAY), false));
        allowance = AllowanceState.NONE.evolve(use(Long.MAX_VALUE, "EUR", TODAY));
        rejected(CAP_WITHOUT_RECEIPT_REACHED, () -> decide(use(1, "EUR", TODAY), false));
    }

    @Test
    void whatNoLookBackReachesIsForgotten() {
        uses(10_000, "EUR", TODAY);
        allowance = allowance.evolve(use(1, "EUR", TODAY.plusDays(AllowanceState.LONGEST_LOOK_BACK + 1)));
        assertThat(allowance.used()).hasSize(1);
    }

    private List<ReturnEvent> uses(long minor, String currency, LocalDate day) {
        var events = decide(use(minor, currency, day), false);
        for (var event : events) allowance = allowance.evolve((AllowanceUsed) event);
        return events;
    }

    private List<ReturnEvent> decide(AllowanceUsed use, boolean waived) {
        return allowance.decide(use, 90, 10_000, waived);
    }

    private static AllowanceUsed use(long minor, String currency, LocalDate day) {
        return new AllowanceUsed(
                CustomerId.of("ann"), new ReturnId(Uuid7.random()), minor, CurrencyCode.of(currency), day, NOON);
    }
}
