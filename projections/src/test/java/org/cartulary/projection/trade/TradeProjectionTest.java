package org.cartulary.projection.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Discount.Kind;
import org.cartulary.events.sale.LineEarning;
import org.cartulary.events.sale.SaleEarning;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TenderType;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TradeProjectionTest {

    private static final String DAILY = """
        select business_day, channel, location, country, currency, sales, returns, gross_minor, returned_minor,
               tax_minor, restocking_fee_minor, cash_rounding_minor, adjusted_minor
        from trade.daily order by business_day, channel\
        """;

    private static final Discount SPRING = new Discount(Kind.COUPON, 30, "SPRING-5");

    @RegisterExtension
    final Replay trade = new Replay(new TradeProjection());

    @Test
    void aSaleIsFoundWithItsLinesTaxesAndTenders() {
        long position = trade.append(sold(1, line(1, TEAPOT, 2), line(2, CUP, 1)));

        assertThat(trade.rows("""
            select position, receipt, location, channel, country, customer, currency, business_day,
                   net_minor, tax_minor, total_minor, change_minor, cash_rounding_minor, handover
            from trade.sale\
            """))
                .containsExactly(position + " R-1 LISBON till PT C-1 EUR 2026-03-01 3000 690 3690 0 0 COUNTER");
        assertThat(trade.rows("""
            select line, position, sku, stock_location, quantity, unit_price, net_minor, tax_minor,
                   business_day, location, channel, country, currency
            from trade.sale_line order by line\
            """))
                .containsExactly(
                        "1 1 TEAPOT LISBON 2.000 10 2000 460 2026-03-01 LISBON till PT EUR",
                        "2 1 CUP LISBON 1.000 10 1000 230 2026-03-01 LISBON till PT EUR");
        assertThat(trade.rows("select line, code, rate_ppm, base_minor, tax_minor from trade.sale_tax order by line"))
                .containsExactly("1 IVA 230000 2000 460", "2 IVA 230000 1000 230");
        assertThat(trade.rows("select number, type, amount_minor, reference, last_four from trade.sale_tender"))
                .containsExactly("1 CARD 3690 tok_1 4242");
    }

    @Test
    void namedDiscountsAreFactsOfTheirLinesAndSumsOfTheirDays() {
        trade.append(
                soldWithCoupon(
                        1,
                        100,
                        discounted(line(1, TEAPOT, 2), new Discount(Kind.LOYALTY, 50, null), SPRING),
                        discounted(line(2, CUP, 1), SPRING)),
                soldWithCoupon(2, 20, discounted(line(1, CUP, 1), new Discount(Kind.MARKDOWN, 7, null))));

        assertThat(trade.rows("""
            select line, number, kind, amount_minor, reference from trade.sale_discount
            where sale = '%s' order by line, number\
            """.formatted(sale(1))))
                .containsExactly("1 1 LOYALTY 50 null", "1 2 COUPON 30 SPRING-5", "2 1 COUPON 30 SPRING-5");
        assertThat(trade.rows("""
            select loyalty_discount_minor, coupon_discount_minor, promotion_discount_minor, markdown_discount_minor,
                   coupon_tenders_minor
            from trade.daily\
            """)).containsExactly("50 60 0 7 120");
        assertThat(trade.rows("""
            select sku, loyalty_discount_minor, coupon_discount_minor, promotion_discount_minor, markdown_discount_minor
            from trade.daily_sku order by sku\
            """)).containsExactly("CUP 0 30 0 7", "TEAPOT 50 30 0 0");
    }

    @Test
    void aReturnIsFoundWithTheLinesOfItsSaleAndWhatWentBack() {
        trade.append(sold(1, line(1, TEAPOT, 2)), broughtBack(1, 1, TEAPOT, 1, 130));

        assertThat(trade.rows("""
            select position, sale = '%s', receipt, net_minor, tax_minor, restocking_fee_minor, flagged,
                   override_reason
            from trade.return\
            """.formatted(sale(1)))).containsExactly("2 t R-1 1000 230 130 f null");
        assertThat(trade.rows("""
            select line, position, sale_line, sku, quantity, net_minor, tax_minor, disposition, reason
            from trade.return_line\
            """)).containsExactly("1 2 1 TEAPOT 1.000 1000 230 RESTOCK too small");
        assertThat(trade.rows("select number, tender, type, amount_minor, reference from trade.refund"))
                .containsExactly("1 1 CARD 1100 tok_1");
    }

    @Test
    void aReturnWithoutReceiptIsFlagged() {
        trade.append(new ReturnWithoutReceiptRecorded(
                goodsBack(1),
                LISBON,
                TILL,
                PORTUGAL,
                MARCH_1,
                "C-9",
                CARLA,
                EUR,
                List.of(new ReturnLine(
                        1,
                        null,
                        CUP,
                        LISBON,
                        Quantity.of(1),
                        UnitPrice.of("2.5"),
                        UnitPrice.of("2.5"),
                        250,
                        0,
                        Disposition.DAMAGED,
                        "chipped")),
                List.of(new Refund(null, TenderType.STORED_CREDIT, 250, "credit-1")),
                90,
                0,
                50_000,
                new PolicyOverride("a good customer", "bob"),
                NOON));

        assertThat(trade.rows("select sale, flagged, override_reason, net_minor from trade.return"))
                .containsExactly("null t a good customer 250");
        assertThat(trade.rows("select sale, sale_line, sku from trade.return_line"))
                .containsExactly("null null CUP");
        assertThat(trade.rows("select number, tender, type, amount_minor from trade.refund"))
                .containsExactly("1 null STORED_CREDIT 250");
    }

    @Test
    void anAdjustmentOfMoneyIsAFactOfItsDay() {
        trade.append(new FinancialAdjustmentRecorded(
                new AdjustmentId(Uuid7.named(NOON, "bad debt")),
                LISBON,
                WEB,
                PORTUGAL,
                MARCH_1,
                FinanceEvent.Kind.BAD_DEBT,
                new Money(-11_062, EUR),
                "A563186",
                "Adjust bad debt",
                NOON));

        assertThat(trade.rows("select position, kind, amount_minor, currency, reference from trade.adjustment"))
                .containsExactly("1 BAD_DEBT -11062 EUR A563186");
        assertThat(trade.rows(DAILY)).containsExactly("2026-03-01 web LISBON PT EUR 0 0 0 0 0 0 0 -11062");
    }

    @Test
    void aDayAddsUpWhatWasSoldAndWhatCameBack() {
        trade.append(sold(1, line(1, TEAPOT, 2), line(2, CUP, 1)));
        trade.append(
                sold(2, line(1, TEAPOT, 1)),
                sold(3, WEB, MARCH_1.plusDays(1), line(1, CUP, 4)),
                broughtBack(1, 1, TEAPOT, 1, 130));

        assertThat(trade.rows(DAILY))
                .containsExactly(
                        "2026-03-01 till LISBON PT EUR 2 1 4000 1000 690 130 0 0",
                        "2026-03-02 web LISBON PT EUR 1 0 4000 0 920 0 0 0");
        assertThat(trade.rows("""
            select business_day, channel, sku, sold, returned, gross_minor, returned_minor, tax_minor
            from trade.daily_sku order by business_day, sku\
            """))
                .containsExactly(
                        "2026-03-01 till CUP 1.000 0.000 1000 0 230",
                        "2026-03-01 till TEAPOT 3.000 1.000 3000 1000 460",
                        "2026-03-02 web CUP 4.000 0.000 4000 0 920");
    }

    @Test
    void aDayMayComeToMoreThanABigintHolds() {
        int count = 9_300;
        for (int number = 0; number < count; number++)
            trade.append(new FinancialAdjustmentRecorded(
                    new AdjustmentId(Uuid7.named(NOON, "large " + number)),
                    LISBON,
                    WEB,
                    PORTUGAL,
                    MARCH_1,
                    FinanceEvent.Kind.BAD_DEBT,
                    new Money(1_000_000_000_000_000L, EUR),
                    "A563186",
                    "The largest of all",
                    NOON));

        assertThat(trade.rows(DAILY)).containsExactly("2026-03-01 web LISBON PT EUR 0 0 0 0 0 0 0 9300000000000000000");
    }

    @Test
    void aDayMayHaveSoldMoreUnitsThanAnyShelfHolds() {
        var lines = IntStream.rangeClosed(1, 2_000)
                .mapToObj(number -> new SaleLine(
                        number,
                        TEAPOT,
                        LISBON,
                        null,
                        Quantity.of(1_000_000_000),
                        null,
                        UnitPrice.of("10"),
                        0,
                        0,
                        1,
                        0,
                        List.of()))
                .toArray(SaleLine[]::new);
        for (int number = 1; number <= 5; number++) trade.append(sold(number, lines));

        assertThat(trade.rows("select sold from trade.daily_sku")).containsExactly("10000000000000.000");
    }

    @Test
    void theFactsOfSalesAndReturnsHoldTheirPoints() {
        var club = ProgrammeId.of("CLUB");
        var earning = new SaleEarning(club, 2_000, 20, 1, null);
        trade.append(
                sold(1, line(1, TEAPOT, 2)).with(null, earning, Map.of(1, new LineEarning(2_000, 20))),
                sold(2, line(1, TEAPOT, 1)),
                broughtBack(1, 1, TEAPOT, 1, 0).with(List.of(new LineEarning(1_000, 10)), 7L),
                broughtBack(2, 2, TEAPOT, 1, 0));

        assertThat(trade.rows("select programme, base_minor, earned, spent from trade.sale_points"))
                .containsExactly("CLUB 2000 20 0");
        assertThat(trade.rows("select base_minor, reversed, returned from trade.return_points"))
                .containsExactly("1000 10 7");
    }
}
