package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.sale.SaleRejection.LINE_AMOUNTS_DIFFER;
import static org.cartulary.command.sale.SaleRejection.TAX_DIFFERS;

import org.cartulary.command.Basket;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.junit.jupiter.api.Test;

/** Rule book, "Price, tax, promotion": tax on net, tax within gross, rounded per line or per document. */
class TaxTermsTest {

    private static final int VAT = 230_000;

    @Test
    void taxOnANetAmountIsRoundedHalfUpOnce() {
        assertThat(TaxTerms.onNet(1_000, VAT)).isEqualTo(230);
        assertThat(TaxTerms.onNet(50, 10_000)).isEqualTo(1);
        assertThat(TaxTerms.onNet(49, 10_000)).isZero();
    }

    @Test
    void taxWithinAGrossAmountIsWhatIsNotNet() {
        assertThat(TaxTerms.of("VAT", VAT, 1_230, TaxMode.INCLUSIVE_PER_LINE))
                .isEqualTo(new Tax("VAT", VAT, 1_000, 230));
        assertThat(TaxTerms.of("VAT", 200_000, 1_999, TaxMode.INCLUSIVE_PER_LINE))
                .isEqualTo(new Tax("VAT", 200_000, 1_666, 333));
        assertThat(TaxTerms.of("ZERO", 0, 500, TaxMode.INCLUSIVE_PER_LINE)).isEqualTo(new Tax("ZERO", 0, 500, 0));
    }

    /** vendurehq/vendure#2662: net and gross disagree. */
    @Test
    void netAndTaxAlwaysMakeUpTheGross() {
        for (long gross = 0; gross < 3_000; gross++) {
            var tax = TaxTerms.of("VAT", VAT, gross, TaxMode.INCLUSIVE_PER_LINE);
            assertThat(tax.baseMinor() + tax.taxMinor()).isEqualTo(gross);
        }
    }

    @Test
    void aTaxThatIsAPennyOffIsRefused() {
        accepted(perLine(new Tax("VAT", VAT, 1_000, 230)));
        rejected(TAX_DIFFERS, () -> check(perLine(new Tax("VAT", VAT, 1_001, 229))));
    }

    @Test
    void severalRatesOnALineMakeUpTheLineExactly() {
        accepted(perLine(new Tax("VAT", VAT, 500, 115), new Tax("FOOD", 60_000, 580, 35)));
        rejected(LINE_AMOUNTS_DIFFER, () -> check(perLine(new Tax("VAT", VAT, 500, 115))));
    }

    @Test
    void withTaxOnTopTheBasesMakeUpTheLine() {
        accepted(exclusive(TaxMode.EXCLUSIVE_PER_LINE, new Tax("VAT", VAT, 1_230, 283)));
        rejected(
                LINE_AMOUNTS_DIFFER,
                () -> check(exclusive(TaxMode.EXCLUSIVE_PER_LINE, new Tax("VAT", VAT, 1_000, 230))));
    }

    @Test
    void perDocumentTheTaxIsRoundedOnceAndApportionedBackByLargestRemainder() {
        accepted(threeOfAPenny(TaxMode.EXCLUSIVE_PER_DOCUMENT, 1, 0, 0));
        rejected(TAX_DIFFERS, () -> check(threeOfAPenny(TaxMode.EXCLUSIVE_PER_DOCUMENT, 0, 0, 0)));
        rejected(TAX_DIFFERS, () -> check(threeOfAPenny(TaxMode.EXCLUSIVE_PER_DOCUMENT, 0, 0, 1)));
        accepted(threeOfAPenny(TaxMode.EXCLUSIVE_PER_LINE, 0, 0, 0));
        rejected(TAX_DIFFERS, () -> check(threeOfAPenny(TaxMode.EXCLUSIVE_PER_LINE, 1, 0, 0)));
    }

    /** Three lines of 0.02 at 23 %: 0.0046 each, 0.0138 together. */
    private static RecordSale threeOfAPenny(TaxMode mode, long first, long second, long third) {
        return new Basket()
                .taxes(mode)
                .line(CUP, units(1), "0.02", new Tax("VAT", VAT, 2, first))
                .line(CUP, units(1), "0.02", new Tax("VAT", VAT, 2, second))
                .line(CUP, units(1), "0.02", new Tax("VAT", VAT, 2, third))
                .sale();
    }

    private static RecordSale perLine(Tax... taxes) {
        return new Basket().line(TEAPOT, units(1), "12.30", taxes).sale();
    }

    private static RecordSale exclusive(TaxMode mode, Tax... taxes) {
        return new Basket().taxes(mode).line(TEAPOT, units(1), "12.30", taxes).sale();
    }

    private static void accepted(RecordSale sale) {
        assertThatCode(() -> check(sale)).doesNotThrowAnyException();
    }

    private static void check(RecordSale sale) {
        SaleTermsTest.check(sale);
    }
}
