package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.TenderType;
import org.cartulary.ops.imports.Step;
import org.junit.jupiter.api.Test;

/** What becomes of the baskets of the made-up files. */
class PlannerTest {

    private final Journey journey = Journey.of(JourneyFiles.in(Samples.directory()));

    @Test
    void aBasketIsASaleWhoseListPriceIsWhatEverybodyWouldPay() {
        var sale = sale("50000000001");

        assertThat(sale.location()).hasToString("STORE-71");
        assertThat(sale.customer()).hasToString("HOUSEHOLD-9001");
        assertThat(sale.receipt()).isEqualTo("50000000001");
        assertThat(sale.totalMinor()).isEqualTo(887);
        assertThat(sale.lines())
                .extracting(line -> line.unitPrice().toString(), line -> line.discountMinor())
                .containsExactly(tuple("4.29", 43L), tuple("3.245", 148L));
        assertThat(sale.lines().get(1).discounts())
                .containsExactly(
                        new Discount(Discount.Kind.LOYALTY, 98, null), new Discount(Discount.Kind.COUPON, 50, null));
    }

    @Test
    void aManufacturersCouponIsATenderAndTheRestIsPaidByCard() {
        assertThat(sale("50000000001").tenders())
                .extracting("type", "amountMinor")
                .containsExactly(tuple(TenderType.COUPON, 155L), tuple(TenderType.CARD, 732L));
        assertThat(sale("50000000009").tenders())
                .extracting("type", "amountMinor")
                .containsExactly(tuple(TenderType.COUPON, 250L));
        assertThat(sale("50000000008").tenders()).isEmpty();
    }

    @Test
    void couponsBeyondWhatWasSoldAreMoneyWithoutGoods() {
        assertThat(sale("50000000004").tenders())
                .extracting("type", "amountMinor")
                .containsExactly(tuple(TenderType.COUPON, 100L));
        var beyond = (RecordFinancialAdjustment) command("50000000004/coupons");
        assertThat(beyond.amount().amountMinor()).isEqualTo(75);
        assertThat(beyond.reference()).isEqualTo("50000000004/HOUSEHOLD-9003");
        assertThat(((RecordFinancialAdjustment) command("50000000005/coupons"))
                        .amount()
                        .amountMinor())
                .isEqualTo(140);
    }

    @Test
    void aBasketThatSaysNothingIsNoCommand() {
        assertThat(steps()).extracting(Step::key).doesNotContain("50000000005", "50000000006", "50000000010");
    }

    @Test
    void gasolineIsCountedInThousandthsOfAGallonWhereItsPumpTellsThem() {
        var lines = sale("50000000003").lines();

        assertThat(lines.get(0).quantity()).isEqualTo(new Quantity(13_307));
        assertThat(lines.get(0).unitPrice()).hasToString("2.499436");
        assertThat(lines.get(1).quantity()).isEqualTo(Quantity.of(1));
        assertThat(product("700010")).extracting("unit", "decimals").containsExactly("GLL", 3);
        assertThat(product("700011")).extracting("unit", "decimals").containsExactly("EA", 0);
    }

    @Test
    void aRowWithMoneyButWithoutAQuantityIsOneUnit() {
        var line = sale("50000000007").lines().getFirst();

        assertThat(line.quantity()).isEqualTo(Quantity.of(1));
        assertThat(line.unitPrice()).hasToString("0.86");
        assertThat(line.discountMinor()).isEqualTo(86);
    }

    @Test
    void onlyWhatWasSoldIsRegisteredAlsoWhereNothingElseIsKnownOfIt() {
        assertThat(journey.registrations())
                .extracting(Step::key)
                .contains("product/700050", "store/71")
                .doesNotContain("product/700777", "product/700098", "product/700099");
        assertThat(product("700003")).extracting("name").isEqualTo("GREEN TEA, LOOSE, 8 OZ");
        assertThat(product("700004").category()).isNull();
        assertThat(product("700010").category()).hasToString("COUPON-MISC ITEMS");
    }

    @Test
    void eachShelfBeginsWithWhatIsSoldFromIt() {
        assertThat(journey.openingStock())
                .extracting(Step::key, step -> ((ReceiveGoods) step.command()).quantity())
                .contains(
                        tuple("opening-stock/700001/STORE-72", Quantity.of(2)),
                        tuple("opening-stock/700010/STORE-72", new Quantity(13_307)));
        assertThat(journey.openingStock().getFirst().command().occurredAt()).isEqualTo("2017-01-27T05:00:00Z");
    }

    @Test
    void everyReadingPlansTheSame() {
        assertThat(steps()).isEqualTo(steps());
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        journey.plan(steps::add, refused -> {}, read -> {});
        return steps;
    }

    private Object command(String key) {
        return steps().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow()
                .command();
    }

    private RecordSale sale(String basket) {
        return (RecordSale) command(basket);
    }

    private RegisterProduct product(String id) {
        return journey.registrations().stream()
                .filter(step -> step.key().equals("product/" + id))
                .map(step -> (RegisterProduct) step.command())
                .findFirst()
                .orElseThrow();
    }
}
