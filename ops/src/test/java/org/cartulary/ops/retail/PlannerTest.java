package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.imports.Step;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void anInvoiceIsASaleAndEqualLinesStayApart() {
        var steps = Rows.plan(
                "700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE",
                "700001,90001,6,2010-12-03 09:11:00,2.55,10001.0,EIRE");

        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().key()).isEqualTo("700001");
        assertThat(steps.getFirst().changes()).containsEntry(new StockId(Merchant.LOCATION, Sku.of("90001")), -12_000L);
        var sale = (RecordSale) steps.getFirst().command();
        assertThat(sale.lines()).extracting(Line::quantity).containsExactly(Quantity.of(6), Quantity.of(6));
        assertThat(sale.totalMinor()).isEqualTo(3_060);
        assertThat(sale.occurredAt()).isEqualTo("2010-12-03T09:10:00Z");
        assertThat(sale.tenders()).extracting("type", "amountMinor").containsExactly(tuple(TenderType.ACCOUNT, 3_060L));
    }

    @Test
    void aSaleThatCostsNothingHasNoTender() {
        var sale = (RecordSale) only(Rows.plan("700001,90001,6,2010-12-03 09:10:00,0.0,,EIRE"));
        assertThat(sale.tenders()).isEmpty();
    }

    @Test
    void aServiceTakesNoStock() {
        assertThat(Rows.plan("700001,POST,1,2010-12-03 09:10:00,18.00,,EIRE")
                        .getFirst()
                        .changes())
                .isEmpty();
    }

    @Test
    void aCancellationComesBackToTheLatestSaleFirstAndMayNeedSeveral() {
        var steps = Rows.plan(
                "700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE",
                "700002,90001,4,2010-12-04 09:10:00,2.55,10001.0,EIRE",
                "C700003,90001,-9,2010-12-05 09:10:00,2.55,10001.0,EIRE");

        assertThat(steps).extracting(Step::key).endsWith("C700003/700002", "C700003/700001");
        assertThat(units(steps.get(2))).isEqualTo(Quantity.of(4));
        assertThat(units(steps.get(3))).isEqualTo(Quantity.of(5));
    }

    @Test
    void whatNoSaleIsLeftForComesBackWithoutReceiptAtTheFilesPrice() {
        var steps = Rows.plan(
                "700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE",
                "C700002,90001,-9,2010-12-05 09:10:00,2.55,10001.0,EIRE");

        assertThat(units(steps.get(1))).isEqualTo(Quantity.of(6));
        var rest = (RecordReturnWithoutReceipt) steps.get(2).command();
        assertThat(steps.get(2).key()).isEqualTo("C700002/no-sale");
        assertThat(rest.lines()).extracting("quantity").containsExactly(Quantity.of(3));
        assertThat(rest.override().reason()).isEqualTo("the document names no sale");
        assertThat(rest.override().approvedBy()).isEqualTo("import");
    }

    @Test
    void anotherCustomerOrPriceIsAnotherSale() {
        var steps = Rows.plan(
                "700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE",
                "C700002,90001,-1,2010-12-05 09:10:00,2.55,10002.0,EIRE",
                "C700003,90001,-1,2010-12-05 09:10:00,2.50,10001.0,EIRE",
                "C700004,90001,-1,2010-12-05 09:10:00,2.55,,EIRE");

        assertThat(steps.subList(1, 4))
                .allSatisfy(step -> assertThat(step.command()).isInstanceOf(RecordReturnWithoutReceipt.class));
    }

    @Test
    void whereRefundsWouldNotAddUpToTheFilesAmountTheWholeRowHasNoSale() {
        var steps = Rows.plan(
                "700001,PADS,1500,2011-01-05 13:00:00,0.001,10003.0,EIRE",
                "C700002,PADS,-700,2011-01-06 13:00:00,0.0011,10003.0,EIRE",
                "700003,90001,3,2011-01-07 13:00:00,0.335,10003.0,EIRE",
                "C700004,90001,-1,2011-01-08 13:00:00,0.335,10003.0,EIRE");

        assertThat(steps.get(1).command()).isInstanceOf(RecordReturnWithoutReceipt.class);
        // Three came to 1.01, so one of them is worth 0.33 to the sale, and 0.34 to the file.
        assertThat(steps.get(3).command()).isInstanceOf(RecordReturnWithoutReceipt.class);
    }

    @Test
    void freeUnitsThatVanishAreWrittenOffWithTheFilesRemark() {
        var adjustment = (AdjustStock) only(Rows.plan("700001,90001,-2,2011-01-04 10:00:00,0.0,,United Kingdom"));
        assertThat(adjustment.change().toString()).isEqualTo("-2");
        assertThat(adjustment.reason()).isEqualTo("A THING");
    }

    @Test
    void badDebtIsAFinancialAdjustmentWithItsSign() {
        var adjustment =
                (RecordFinancialAdjustment) only(Rows.plan("A700001,B,1,2011-08-12 14:51:00,-110.62,,United Kingdom"));
        assertThat(adjustment.amount().amountMinor()).isEqualTo(-11_062);
    }

    @Test
    void theSameRowsGiveTheSameCommands() {
        String[] rows = {
            "700001,90001,6,2010-12-03 09:10:00,2.55,10001.0,EIRE",
            "C700002,90001,-9,2010-12-05 09:10:00,2.55,10001.0,EIRE"
        };
        assertThat(Rows.plan(rows)).isEqualTo(Rows.plan(rows));
    }

    private static Object only(List<Step> steps) {
        assertThat(steps).hasSize(1);
        return steps.getFirst().command();
    }

    private static Quantity units(Step step) {
        return ((RecordReturn) step.command()).lines().getFirst().quantity();
    }
}
