package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.sale.SaleRejection.*;
import static org.cartulary.events.sale.TenderType.*;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule book, "Tenders": {@code sum(tenders) - change = total + cashRounding}, exactly, in minor units. */
class SettlementTest {

    @Test
    void tendersSettleTheTotalToThePenny() {
        settled(10_000).by(CARD, 10_000).check(1);
        rejected(TENDERS_DO_NOT_SETTLE, () -> settled(10_000).by(CARD, 9_999).check(1));
        settled(0).check(1);
    }

    /** medusajs/medusa#15315: 87.957975 against 87.96. There is no such amount here, and no epsilon. */
    @Test
    void captureAndTotalAreTheSameIntegerOrDiffer() {
        settled(8_796).by(CARD, 8_796).check(1);
        rejected(TENDERS_DO_NOT_SETTLE, () -> settled(8_796).by(CARD, 8_795).check(1));
    }

    /** medusajs/medusa#4892, saleor/saleor#13640: two gift cards both drained. */
    @Test
    void eachTenderTakesOnlyWhatThoseBeforeItLeft() {
        settled(5_000).by(WALLET, 3_000).by(CARD, 2_000).check(1);
        rejected(
                NON_CASH_EXCEEDS_DUE,
                () -> settled(5_000).by(WALLET, 5_000).by(CARD, 5_000).check(1));
        rejected(
                NON_CASH_EXCEEDS_DUE,
                () -> settled(5_000).by(CASH, 4_000).by(CARD, 2_000).check(1));
    }

    @Test
    void aManufacturersCouponIsAcceptedLikeACard() {
        settled(5_000).by(COUPON, 150).by(CARD, 4_850).check(5);
        settled(150).by(COUPON, 150).check(5);
        rejected(NON_CASH_EXCEEDS_DUE, () -> settled(100).by(COUPON, 150).check(1));
        rejected(
                CHANGE_WITHOUT_CASH,
                () -> settled(100).by(COUPON, 100).change(1).check(1));
    }

    @Test
    void changeComesFromCashOnly() {
        settled(1_850).by(CASH, 2_000).change(150).check(1);
        rejected(
                CHANGE_WITHOUT_CASH,
                () -> settled(1_850).by(CARD, 1_850).change(1).check(1));
        rejected(
                TENDERS_DO_NOT_SETTLE,
                () -> settled(1_850).by(CASH, 2_000).change(149).check(1));
        rejected(
                TENDERS_DO_NOT_SETTLE,
                () -> settled(1_000).by(CARD, 600).by(CASH, 100).change(150).check(1));
    }

    @Test
    void onlyTheRemainderPaidInCashIsRounded() {
        settled(1_002).by(CARD, 500).by(CASH, 500).rounding(-2).check(5);
        settled(1_002).by(CARD, 1_002).check(5);
        rejected(
                CASH_ROUNDING_DIFFERS,
                () -> settled(1_002).by(CARD, 1_002).rounding(-2).check(5));
        rejected(CASH_ROUNDING_DIFFERS, () -> settled(1_002).by(CASH, 1_002).check(5));
    }

    @ParameterizedTest
    @CsvSource({"100,0", "101,-1", "102,-2", "103,2", "104,1", "105,0", "0,0", "2,-2", "3,2"})
    void roundingGoesToTheNearestFive(long due, long rounding) {
        assertThat(Coins.rounding(due, 5)).isEqualTo(rounding);
    }

    @ParameterizedTest
    @CsvSource({"105,5", "104,-4", "106,4", "115,5"})
    void halfIsRoundedUp(long due, long rounding) {
        assertThat(Coins.rounding(due, 10)).isEqualTo(rounding);
    }

    @Test
    void twoCentsInCashAreRoundedAway() {
        settled(2).by(CASH, 0).rounding(-2).check(5);
        rejected(CASH_ROUNDING_DIFFERS, () -> settled(2).rounding(-2).check(5));
        rejected(TENDERS_DO_NOT_SETTLE, () -> settled(2).check(5));
    }

    @Test
    void storedValueNamesItsAccount() {
        rejected(
                TENDER_WITHOUT_ACCOUNT,
                () -> settled(100).by(STORED_CREDIT, 100).check(1));
        rejected(TENDER_WITHOUT_ACCOUNT, () -> settled(100).by(GIFT_CARD, 100).check(1));
    }

    @Test
    void goodsPayOnlyInAnExchange() {
        settled(100).by(EXCHANGE, 100).check(1);
        rejected(
                TENDER_NOT_ACCEPTED,
                () -> settled(100).by(EXCHANGE, 100).settlement().requireNoExchange());
    }

    @Test
    void forLessEachTenderTakesWhatIsStillDueAndCashGivesMoreChange() {
        var reduced = settled(5_000)
                .by(WALLET, 1_000)
                .by(CARD, 2_000)
                .by(CASH, 2_000)
                .settlement()
                .reducedTo(2_500, 1);
        assertThat(reduced.tenders()).extracting(Tender::amountMinor).containsExactly(1_000L, 1_500L, 2_000L);
        assertThat(reduced.changeMinor()).isEqualTo(2_000);
        reduced.check(2_500, 1);
    }

    @Test
    void forLessATenderThatTakesNothingIsLeftOut() {
        var reduced =
                settled(5_000).by(WALLET, 3_000).by(CARD, 2_000).settlement().reducedTo(3_000, 1);
        assertThat(reduced.tenders()).extracting(Tender::type).containsExactly(WALLET);
        reduced.check(3_000, 1);
    }

    @Test
    void whateverASaleIsReducedToItSettles() {
        for (long total = 0; total <= 103; total++)
            for (var offered : List.of(
                    settled(103).by(CARD, 100).by(CASH, 5).rounding(2),
                    settled(103).by(CASH, 100).by(CARD, 3),
                    settled(103).by(CASH, 200).change(95).rounding(2))) {
                offered.check(5);
                offered.settlement().reducedTo(total, 5).check(total, 5);
            }
    }

    private static Payment settled(long total) {
        return new Payment(total);
    }

    private static final class Payment {
        private final long total;
        private final List<Tender> tenders = new ArrayList<>();
        private long change;
        private long rounding;

        Payment(long total) {
            this.total = total;
        }

        Payment by(TenderType type, long minor) {
            tenders.add(new Tender(tenders.size() + 1, type, minor, null, null));
            return this;
        }

        Payment change(long minor) {
            change = minor;
            return this;
        }

        Payment rounding(long minor) {
            rounding = minor;
            return this;
        }

        Settlement settlement() {
            return new Settlement(tenders, change, rounding);
        }

        void check(long increment) {
            settlement().check(total, increment);
        }
    }
}
