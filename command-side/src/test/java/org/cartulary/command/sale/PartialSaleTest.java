package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.sale.SaleRejection.PARTIAL_NEEDS_TAX_PER_LINE;

import org.cartulary.command.Basket;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.junit.jupiter.api.Test;

/** Rule book, "Stock": all or nothing unless {@code allowPartial}; a line for fewer units is worked out again. */
class PartialSaleTest {

    @Test
    void aLineThatIsSoldInFullStaysAsItWas() {
        var sale = Basket.of(TEAPOT, 3, "25.00").sale();
        assertThat(shrink(sale, units(3))).isEqualTo(SaleTermsTest.lines(sale).getFirst());
    }

    @Test
    void forFewerUnitsTheLineSaysWhatWasAskedFor() {
        var line = shrink(Basket.of(TEAPOT, 3, "25.00").sale(), units(2));
        assertThat(line.quantity()).isEqualTo(units(2));
        assertThat(line.requested()).isEqualTo(units(3));
        assertThat(line.netMinor()).isEqualTo(5_000);
    }

    @Test
    void discountsShrinkInProportionAndRoundDown() {
        var sale = new Basket()
                .orderDiscount(100)
                .line(TEAPOT, null, units(3), "25.00", 50, 100, null)
                .sale();
        var line = shrink(sale, units(2));
        assertThat(line.discountMinor()).isEqualTo(33);
        assertThat(line.orderDiscountMinor()).isEqualTo(66);
        assertThat(line.netMinor()).isEqualTo(5_000 - 33 - 66);
    }

    @Test
    void namedDiscountsShrinkByLargestRemainderAndStillSum() {
        var sale = new Basket()
                .line(TEAPOT, null, units(3), "25.00", 100, 0, null)
                .because(
                        new Discount(Discount.Kind.LOYALTY, 50, null),
                        new Discount(Discount.Kind.COUPON, 49, "SPRING-5"),
                        new Discount(Discount.Kind.MARKDOWN, 1, null))
                .sale();
        var line = shrink(sale, units(2));
        assertThat(line.discountMinor()).isEqualTo(66);
        assertThat(line.discounts())
                .containsExactly(
                        new Discount(Discount.Kind.LOYALTY, 33, null),
                        new Discount(Discount.Kind.COUPON, 32, "SPRING-5"),
                        new Discount(Discount.Kind.MARKDOWN, 1, null));
    }

    @Test
    void taxesAreRoundedAnewAndStillMakeUpTheLine() {
        var sale = new Basket()
                .line(TEAPOT, units(3), "9.99", new Tax("VAT", 230_000, 2_437, 560))
                .sale();
        var line = shrink(sale, units(1));
        assertThat(line.taxes()).containsExactly(new Tax("VAT", 230_000, 812, 187));
        assertThat(line.grossMinor()).isEqualTo(999);
    }

    @Test
    void severalRatesKeepTheirProportion() {
        var sale = new Basket()
                .taxes(TaxMode.EXCLUSIVE_PER_LINE)
                .line(TEAPOT, units(2), "10.00", new Tax("A", 100_000, 1_500, 150), new Tax("B", 200_000, 500, 100))
                .sale();
        var line = shrink(sale, units(1));
        assertThat(line.taxes()).containsExactly(new Tax("A", 100_000, 750, 75), new Tax("B", 200_000, 250, 50));
        assertThat(line.netMinor()).isEqualTo(1_000);
    }

    @Test
    void aDiscountNeverExceedsWhatIsLeftOfItsLine() {
        for (long sold = 1; sold <= 1_000; sold++) {
            var sale = new Basket()
                    .line(TEA, null, kilos("1"), "0.015", 2, 0, null)
                    .total(0)
                    .sale();
            assertThat(shrink(sale, new Quantity(sold)).netMinor()).isNotNegative();
        }
    }

    @Test
    void withTaxPerDocumentAPartIsRefused() {
        rejected(PARTIAL_NEEDS_TAX_PER_LINE, () -> PartialSale.requirePossible(TaxMode.EXCLUSIVE_PER_DOCUMENT));
        rejected(PARTIAL_NEEDS_TAX_PER_LINE, () -> PartialSale.requirePossible(TaxMode.INCLUSIVE_PER_DOCUMENT));
    }

    private static SaleLine shrink(RecordSale sale, Quantity sold) {
        var whole = SaleTermsTest.lines(sale).getFirst();
        return PartialSale.shrink(whole, sale.lines().getFirst(), sold, sale.taxMode(), sale.currency());
    }
}
