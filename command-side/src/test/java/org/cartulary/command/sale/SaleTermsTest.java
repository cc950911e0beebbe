package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.sale.SaleRejection.*;

import java.util.List;
import org.cartulary.command.Basket;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleLine;
import org.junit.jupiter.api.Test;

/** Rule book, "Price, tax, promotion": what the channel worked out adds up, and is frozen. */
class SaleTermsTest {

    @Test
    void aLineIsPriceTimesQuantityRoundedHalfUpOnce() {
        assertThat(lines(Basket.of(CUP, 3, "0.335")).getFirst().netMinor()).isEqualTo(101);
        assertThat(lines(new Basket().line(TEA, kilos("0.125"), "39.90"))
                        .getFirst()
                        .netMinor())
                .isEqualTo(499);
    }

    @Test
    void theTotalIsTheSumOfTheLines() {
        check(Basket.of(CUP, 2, "3.50").sale());
        rejected(TOTAL_DIFFERS, () -> check(Basket.of(CUP, 2, "3.50").total(701).sale()));
    }

    @Test
    void aDiscountIsNeverMoreThanItsLine() {
        rejected(DISCOUNT_EXCEEDS_LINE, () -> check(discounted(351, 0, 0)));
        check(discounted(350, 0, 0));
    }

    /** Rule book, "Price, tax, promotion": a discount names what grants it, and the named ones are all of it. */
    @Test
    void namedDiscountsSumToTheDiscountOfTheirLine() {
        var named = new Discount[] {
            new Discount(Discount.Kind.LOYALTY, 20, null), new Discount(Discount.Kind.COUPON, 30, "SPRING-5")
        };
        assertThat(lines(discounted(50).because(named)).getFirst().discounts()).containsExactly(named);
        rejected(DISCOUNTS_DIFFER, () -> lines(discounted(51).because(named)));
        rejected(DISCOUNTS_DIFFER, () -> lines(discounted(49).because(named)));
    }

    @Test
    void aDiscountMayBeGivenWithoutAReason() {
        assertThat(lines(discounted(50)).getFirst().discounts()).isNull();
        assertThat(lines(discounted(50).because()).getFirst().discounts()).isNull();
    }

    @Test
    void aDiscountBeyondItsLineIsToldBeforeItsReasonsAreAdded() {
        rejected(
                DISCOUNT_EXCEEDS_LINE,
                () -> lines(discounted(351)
                        .because(new Discount(Discount.Kind.MARKDOWN, 1, null))
                        .total(0)));
    }

    @Test
    void anOrdersDiscountIsSharedByLargestRemainderOnTheLinesValues() {
        check(twoLines(100, 67, 33));
        rejected(ORDER_DISCOUNT_DIFFERS, () -> check(twoLines(100, 66, 34)));
        rejected(ORDER_DISCOUNT_DIFFERS, () -> check(twoLines(100, 67, 32)));
    }

    /** vendurehq/vendure#4811: a cancelled line's discount moves to the survivors. Here each line's share is frozen. */
    @Test
    void eachLineKeepsItsShareOfTheDiscount() {
        var lines = lines(new Basket()
                .orderDiscount(100)
                .line(TEAPOT, null, units(1), "20.00", 0, 67, null)
                .line(CUP, null, units(1), "10.00", 0, 33, null));
        assertThat(lines).extracting(SaleLine::orderDiscountMinor).containsExactly(67L, 33L);
        assertThat(lines).extracting(SaleLine::netMinor).containsExactly(1_933L, 967L);
    }

    @Test
    void aDiscountOnGoodsWithoutAPriceIsNoDiscount() {
        rejected(
                ORDER_DISCOUNT_DIFFERS,
                () -> check(new Basket()
                        .orderDiscount(5)
                        .line(CUP, units(1), "0")
                        .total(0)
                        .sale()));
    }

    @Test
    void yenHaveNoDecimalsAndDinarsHaveThree() {
        assertThat(lines(Basket.of(CUP, 3, "150").in(LISBON, "JPY")).getFirst().netMinor())
                .isEqualTo(450);
        assertThat(lines(Basket.of(CUP, 3, "1.5").in(LISBON, "KWD")).getFirst().netMinor())
                .isEqualTo(4_500);
    }

    @Test
    void anAmountBeyondReasonIsNoOverflow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(new Basket()
                        .line(CUP, new Quantity(Quantity.MAX), "9999999999.99")
                        .total(1)));
    }

    private static Basket discounted(long discount) {
        return new Basket().line(CUP, null, units(1), "3.50", discount, 0, null);
    }

    private static RecordSale discounted(long discount, long orderDiscount, long total) {
        return new Basket()
                .line(CUP, null, units(1), "3.50", discount, orderDiscount, null)
                .total(total)
                .sale();
    }

    private static RecordSale twoLines(long discount, long first, long second) {
        return new Basket()
                .orderDiscount(discount)
                .line(TEAPOT, null, units(1), "20.00", 0, first, null)
                .line(CUP, null, units(1), "10.00", 0, second, null)
                .sale();
    }

    private static List<SaleLine> lines(Basket basket) {
        return lines(basket.sale());
    }

    static List<SaleLine> lines(RecordSale sale) {
        return sale.lines().stream()
                .map(line -> SaleTerms.freeze(line, LISBON, sale.taxMode(), sale.currency()))
                .toList();
    }

    static void check(RecordSale sale) {
        SaleTerms.check(sale, lines(sale));
    }
}
