package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.sale.SaleRejection.*;
import static org.cartulary.events.sale.TenderType.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.command.sale.TakeBackUnits.Back;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.ReturnedUnits;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.junit.jupiter.api.Test;

/** Rule book, "Returns and exchanges" and "Tenders": what may come back of a sale, and what money goes back for it. */
class SaleStateTest {

    private static final SaleId ID = new SaleId(Uuid7.random());
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 1);

    private final List<SaleLine> lines = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private long change;
    private long rounding;
    private long increment = 1;
    private SaleState sale;

    @Test
    void whatWasNeverSoldCannotComeBack() {
        rejected(SALE_UNKNOWN, () -> SaleState.NONE.decide(back(1, "1")));
    }

    /** frappe/erpnext#24259: over-return. */
    @Test
    void noMoreComesBackThanWasSoldAndHasNotComeBack() {
        sold("3", 3_000, 0).paid(CARD, 3_000).recorded();
        returns(back(1, "2"));
        rejected(RETURN_EXCEEDS_SALE, () -> sale.decide(back(1, "2")));
        returns(back(1, "1"));
        rejected(RETURN_EXCEEDS_SALE, () -> sale.decide(back(1, "1")));
    }

    @Test
    void twoLinesOfOneReturnAreCountedTogether() {
        sold("3", 3_000, 0).paid(CARD, 3_000).recorded();
        rejected(
                RETURN_EXCEEDS_SALE,
                () -> sale.decide(back(0, new Back(1, q("2"), false), new Back(1, q("2"), false))));
    }

    @Test
    void aLineThatTheSaleDoesNotHaveIsUnknown() {
        sold("1", 100, 0).paid(CARD, 100).recorded();
        rejected(SALE_LINE_UNKNOWN, () -> sale.decide(back(2, "1")));
    }

    @Test
    void goodsComeBackUntilTheLastDayOfTheWindowInclusive() {
        sold("2", 200, 0).paid(CARD, 200).recorded();
        assertThat(sale.decide(on(LAST_DAY, false))).hasSize(1);
        rejected(RETURN_WINDOW_CLOSED, () -> sale.decide(on(LAST_DAY.plusDays(1), false)));
        assertThat(sale.decide(on(LAST_DAY.plusDays(1), true))).hasSize(1);
    }

    @Test
    void nothingComesBackBeforeItWasSold() {
        sold("2", 200, 0).paid(CARD, 200).recorded();
        var back =
                new TakeBackUnits(ID, new ReturnId(Uuid7.random()), List.of(), 0, LAST_DAY, true, NOON.minusMillis(1));
        rejected(RETURN_BEFORE_SALE, () -> sale.decide(back));
    }

    @Test
    void theLastUnitTakesTheRemainderSoThatAFullReturnIsWhatWasPaid() {
        sold("3", 250, 50).paid(CARD, 300).recorded();
        assertThat(returns(back(1, "1")).lines()).containsExactly(new ReturnedUnits(1, q("1"), 83, 16));
        assertThat(returns(back(1, "1")).lines()).containsExactly(new ReturnedUnits(1, q("1"), 83, 17));
        assertThat(returns(back(1, "1")).lines()).containsExactly(new ReturnedUnits(1, q("1"), 84, 17));
        assertThat(refunded()).isEqualTo(300);
    }

    @Test
    void unitsWorthLessThanAMinorUnitComeBackForTheirShare() {
        sold("1000", 800, 100).paid(CARD, 900).recorded();
        assertThat(returns(back(1, "1")).refunds()).isEmpty();
        assertThat(returns(back(1, "998")).lines()).containsExactly(new ReturnedUnits(1, q("998"), 799, 99));
        assertThat(returns(back(1, "1")).lines()).containsExactly(new ReturnedUnits(1, q("1"), 1, 1));
        assertThat(refunded()).isEqualTo(900);
    }

    @Test
    void weighedGoodsComeBackInAnyPortionAndSumToWhatWasPaid() {
        sold("1.25", 1_000, 0).paid(CARD, 1_000).recorded();
        assertThat(returns(back(1, "0.333")).lines().getFirst().netMinor()).isEqualTo(266);
        returns(back(1, "0.417"));
        returns(back(1, "0.5"));
        assertThat(refunded()).isEqualTo(1_000);
    }

    @Test
    void aVeryHighAmountDoesNotOverflow() {
        sold("3", 1_000_000_000_000_000L, 0).paid(CARD, 1_000_000_000_000_000L).recorded();
        assertThat(returns(back(1, "1")).lines().getFirst().netMinor()).isEqualTo(333_333_333_333_333L);
    }

    /** saleor/saleor#19645: refund grants validated singly. Here what went back before counts. */
    @Test
    void moneyGoesToTheTendersInTheirSequenceEachUpToWhatItCaptured() {
        sold("4", 4_000, 0).paid(WALLET, 1_500).paid(CARD, 2_500).recorded();
        assertThat(returns(back(1, "1")).refunds()).containsExactly(new RefundedTender(1, 1_000));
        assertThat(returns(back(1, "1")).refunds())
                .containsExactly(new RefundedTender(1, 500), new RefundedTender(2, 500));
        assertThat(returns(back(1, "2")).refunds()).containsExactly(new RefundedTender(2, 2_000));
    }

    /** frappe/erpnext#37998: a partial return against tendered cash. Change was never captured. */
    @Test
    void cashGivesBackWhatItPaidAndNotWhatWasHandedOver() {
        sold("2", 2_000, 0).paid(CASH, 5_000).change(3_000).recorded();
        assertThat(returns(back(1, "2")).refunds()).containsExactly(new RefundedTender(1, 2_000));
    }

    @Test
    void changeThatIsMoreThanTheLastCashCameOutOfTheCashBeforeIt() {
        sold("1", 300, 0).paid(CASH, 1_000).paid(CASH, 500).change(1_200).recorded();
        assertThat(returns(back(1, "1")).refunds()).containsExactly(new RefundedTender(1, 300));
    }

    /** odoo/odoo#96721: rounding of refunds. */
    @Test
    void aRefundInCashIsRoundedAsTheSaleWas() {
        sold("1", 1_002, 0).sold("1", 501, 0).paid(CASH, 1_505).rounding(2, 5).recorded();
        assertThat(returns(back(1, "1")).refunds()).containsExactly(new RefundedTender(1, 1_000));
        assertThat(returns(back(2, "1")).refunds()).containsExactly(new RefundedTender(1, 505));
    }

    @Test
    void aFullReturnInManyPartsGivesBackWhatWasPaidDespiteTheRounding() {
        for (var price : List.of(101, 102, 103, 104)) {
            lines.clear();
            tenders.clear();
            long total = 10L * price;
            sold("10", total, 0).paid(CASH, total).rounding(0, 5).recorded();
            for (int i = 0; i < 10; i++) returns(back(1, "1"));
            assertThat(refunded()).as("ten at " + price).isEqualTo(total);
        }
    }

    /** Rounded one by one, six returns of 3 would give back all 30, with four units still out. */
    @Test
    void theRoundingOfManyReturnsInCashNeverAddsUp() {
        sold("10", 30, 0).paid(CASH, 30).rounding(0, 5).recorded();
        var given = Stream.generate(() -> returns(back(1, "1")))
                .map(back -> refunded())
                .limit(10);
        assertThat(given).containsExactly(5L, 5L, 10L, 10L, 15L, 20L, 20L, 25L, 25L, 30L);
    }

    @Test
    void whatWasRefundedByAnEarlierRuleIsNeverAskedBack() {
        sold("10", 30, 0).paid(CASH, 30).rounding(0, 5).recorded();
        var generous = List.of(new RefundedTender(1, 15));
        sale = sale.evolve(new SaleReturned(
                ID, new ReturnId(Uuid7.random()), List.of(new ReturnedUnits(1, q("3"), 9, 0)), generous, NOON));
        assertThat(returns(back(1, "1")).refunds()).isEmpty();
        returns(back(1, "6"));
        assertThat(refunded()).isEqualTo(30);
    }

    @Test
    void aFullReturnGivesBackTheRoundingOfTheSaleOnWhicheverTenderItWas() {
        sold("1", 1_003, 0).paid(CASH, 505).paid(CARD, 500).rounding(2, 5).recorded();
        assertThat(returns(back(1, "1")).refunds())
                .containsExactly(new RefundedTender(1, 505), new RefundedTender(2, 500));
    }

    @Test
    void aFeeIsKeptFromTheRefundAndNeverGivenBackLater() {
        sold("2", 204, 0).paid(CASH, 205).rounding(1, 5).recorded();
        assertThat(returns(back(2, new Back(1, q("1"), false))).refunds()).containsExactly(new RefundedTender(1, 100));
        assertThat(returns(back(1, "1")).refunds()).containsExactly(new RefundedTender(1, 105));
        assertThat(sale.feesMinor()).isEqualTo(2);
        assertThat(refunded()).isEqualTo(205);
    }

    @Test
    void aFeeOnACardIsExactToThePenny() {
        sold("2", 2_000, 0).paid(CARD, 2_000).recorded();
        assertThat(returns(back(150, new Back(1, q("1"), false))).refunds())
                .containsExactly(new RefundedTender(1, 850));
        assertThat(returns(back(1, "1")).refunds()).containsExactly(new RefundedTender(1, 1_000));
        assertThat(refunded()).isEqualTo(1_850);
    }

    @Test
    void aFeeIsAtMostTheRefundAndWaivedForWhatIsDefective() {
        sold("2", 2_000, 0).paid(CARD, 2_000).recorded();
        rejected(RESTOCKING_FEE_EXCEEDS_REFUND, () -> sale.decide(back(1_001, new Back(1, q("1"), false))));
        rejected(RESTOCKING_FEE_ON_DEFECTIVE, () -> sale.decide(back(1, new Back(1, q("1"), true))));
        rejected(
                RESTOCKING_FEE_EXCEEDS_REFUND,
                () -> sale.decide(back(1_001, new Back(1, q("1"), true), new Back(1, q("1"), false))));
    }

    @Test
    void whatWasGivenAwayGivesNothingBack() {
        sold("1", 0, 0).recorded();
        assertThat(returns(back(1, "1")).refunds()).isEmpty();
    }

    private SaleStateTest sold(String quantity, long net, long tax) {
        lines.add(new SaleLine(
                lines.size() + 1, TEA, LISBON, null, q(quantity), null, UnitPrice.of("1"), 0, 0, net, tax, List.of()));
        return this;
    }

    private SaleStateTest paid(TenderType type, long minor) {
        tenders.add(new Tender(tenders.size() + 1, type, minor, null, null));
        return this;
    }

    private SaleStateTest change(long minor) {
        change = minor;
        return this;
    }

    private SaleStateTest rounding(long minor, long to) {
        rounding = minor;
        increment = to;
        return this;
    }

    private void recorded() {
        long total = lines.stream().mapToLong(SaleLine::grossMinor).sum();
        sale = SaleState.NONE.evolve(new SaleRecorded(
                ID,
                LISBON,
                TILL,
                Country.of("PT"),
                LocalDate.of(2026, 3, 2),
                null,
                null,
                EUR,
                TaxMode.INCLUSIVE_PER_LINE,
                Handover.COUNTER,
                lines,
                0,
                total,
                tenders,
                change,
                rounding,
                increment,
                LAST_DAY,
                NOON));
    }

    private SaleReturned returns(TakeBackUnits part) {
        var returned = (SaleReturned) sale.decide(part).getFirst();
        sale = sale.evolve(returned);
        return returned;
    }

    private long refunded() {
        return sale.refunded().values().stream().mapToLong(Long::longValue).sum();
    }

    private static TakeBackUnits back(int line, String quantity) {
        return back(0, new Back(line, q(quantity), false));
    }

    private static TakeBackUnits back(long fee, Back... backs) {
        return new TakeBackUnits(
                ID, new ReturnId(Uuid7.random()), List.of(backs), fee, LAST_DAY.minusDays(1), false, NOON);
    }

    private static TakeBackUnits on(LocalDate today, boolean waived) {
        return new TakeBackUnits(
                ID, new ReturnId(Uuid7.random()), List.of(new Back(1, q("1"), false)), 0, today, waived, NOON);
    }

    private static Quantity q(String decimal) {
        return Quantity.parse(decimal);
    }
}
