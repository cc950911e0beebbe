package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.Discount.Kind;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TenderType;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** What a batch adds to the sums of its business days; one row of the statement for each row of the table. */
final class DailySums {

    private static final String DAYS = """
        insert into ${schema}.daily
            (business_day, channel, location, country, currency, sales, returns, gross_minor, returned_minor,
             tax_minor, restocking_fee_minor, cash_rounding_minor, adjusted_minor, loyalty_discount_minor,
             coupon_discount_minor, promotion_discount_minor, markdown_discount_minor, coupon_tenders_minor)
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (business_day, channel, location, country, currency) do update
        set sales = daily.sales + excluded.sales,
            returns = daily.returns + excluded.returns,
            gross_minor = daily.gross_minor + excluded.gross_minor,
            returned_minor = daily.returned_minor + excluded.returned_minor,
            tax_minor = daily.tax_minor + excluded.tax_minor,
            restocking_fee_minor = daily.restocking_fee_minor + excluded.restocking_fee_minor,
            cash_rounding_minor = daily.cash_rounding_minor + excluded.cash_rounding_minor,
            adjusted_minor = daily.adjusted_minor + excluded.adjusted_minor,
            loyalty_discount_minor = daily.loyalty_discount_minor + excluded.loyalty_discount_minor,
            coupon_discount_minor = daily.coupon_discount_minor + excluded.coupon_discount_minor,
            promotion_discount_minor = daily.promotion_discount_minor + excluded.promotion_discount_minor,
            markdown_discount_minor = daily.markdown_discount_minor + excluded.markdown_discount_minor,
            coupon_tenders_minor = daily.coupon_tenders_minor + excluded.coupon_tenders_minor\
        """;

    private static final String SKUS = """
        insert into ${schema}.daily_sku
            (business_day, channel, location, country, sku, currency, sold, returned, gross_minor, returned_minor,
             tax_minor, loyalty_discount_minor, coupon_discount_minor, promotion_discount_minor,
             markdown_discount_minor)
        select business_day, channel, location, country, sku, currency, sold * 0.001, returned * 0.001, gross_minor,
               returned_minor, tax_minor, loyalty, coupon, promotion, markdown
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            as d(business_day, channel, location, country, sku, currency, sold, returned, gross_minor,
                 returned_minor, tax_minor, loyalty, coupon, promotion, markdown)
        on conflict (business_day, sku, channel, location, country, currency) do update
        set sold = daily_sku.sold + excluded.sold,
            returned = daily_sku.returned + excluded.returned,
            gross_minor = daily_sku.gross_minor + excluded.gross_minor,
            returned_minor = daily_sku.returned_minor + excluded.returned_minor,
            tax_minor = daily_sku.tax_minor + excluded.tax_minor,
            loyalty_discount_minor = daily_sku.loyalty_discount_minor + excluded.loyalty_discount_minor,
            coupon_discount_minor = daily_sku.coupon_discount_minor + excluded.coupon_discount_minor,
            promotion_discount_minor = daily_sku.promotion_discount_minor + excluded.promotion_discount_minor,
            markdown_discount_minor = daily_sku.markdown_discount_minor + excluded.markdown_discount_minor\
        """;

    private record Day(
            LocalDate businessDay, ChannelId channel, LocationId location, Country country, CurrencyCode currency) {}

    private record DayOfSku(Day day, Sku sku) {}

    private static final class Sums {
        int sales;
        int returns;
        BigInteger grossMinor = BigInteger.ZERO;
        BigInteger returnedMinor = BigInteger.ZERO;
        BigInteger taxMinor = BigInteger.ZERO;
        BigInteger restockingFeeMinor = BigInteger.ZERO;
        BigInteger cashRoundingMinor = BigInteger.ZERO;
        BigInteger adjustedMinor = BigInteger.ZERO;
        BigInteger couponTendersMinor = BigInteger.ZERO;
        final DiscountSums discounts = new DiscountSums();
    }

    private static final class SkuSums {
        BigInteger soldThousandths = BigInteger.ZERO;
        BigInteger returnedThousandths = BigInteger.ZERO;
        BigInteger grossMinor = BigInteger.ZERO;
        BigInteger returnedMinor = BigInteger.ZERO;
        BigInteger taxMinor = BigInteger.ZERO;
        final DiscountSums discounts = new DiscountSums();
    }

    private final Map<Day, Sums> days = new HashMap<>();
    private final Map<DayOfSku, SkuSums> skus = new HashMap<>();

    void add(SaleRecorded sale) {
        var day = new Day(sale.businessDay(), sale.channel(), sale.location(), sale.country(), sale.currency());
        var sums = of(day);
        sums.sales++;
        sums.cashRoundingMinor = plus(sums.cashRoundingMinor, sale.cashRoundingMinor());
        for (var line : sale.lines()) {
            if (!SaleRows.isRevenue(line)) continue;
            sums.grossMinor = plus(sums.grossMinor, line.netMinor());
            sums.taxMinor = plus(sums.taxMinor, line.taxMinor());
            sums.discounts.add(line);
            add(of(day, line.sku()), line);
        }
        for (var tender : sale.tenders())
            if (tender.type() == TenderType.COUPON)
                sums.couponTendersMinor = plus(sums.couponTendersMinor, tender.amountMinor());
    }

    void add(GoodsBack goods) {
        var day = new Day(goods.businessDay(), goods.channel(), goods.location(), goods.country(), goods.currency());
        var sums = of(day);
        sums.returns++;
        sums.restockingFeeMinor = plus(sums.restockingFeeMinor, goods.restockingFeeMinor());
        sums.cashRoundingMinor = plus(sums.cashRoundingMinor, -goods.cashRoundingMinor());
        for (var line : goods.lines()) {
            sums.returnedMinor = plus(sums.returnedMinor, line.netMinor());
            sums.taxMinor = plus(sums.taxMinor, -line.taxMinor());
            add(of(day, line.sku()), line);
        }
    }

    void add(FinancialAdjustmentRecorded e) {
        var day = new Day(
                e.businessDay(),
                e.channel(),
                e.location(),
                e.country(),
                e.amount().currency());
        var sums = of(day);
        sums.adjustedMinor = plus(sums.adjustedMinor, e.amount().amountMinor());
    }

    private static void add(SkuSums sums, SaleLine line) {
        sums.soldThousandths = plus(sums.soldThousandths, line.quantity().thousandths());
        sums.grossMinor = plus(sums.grossMinor, line.netMinor());
        sums.taxMinor = plus(sums.taxMinor, line.taxMinor());
        sums.discounts.add(line);
    }

    private static void add(SkuSums sums, ReturnLine line) {
        sums.returnedThousandths =
                plus(sums.returnedThousandths, line.quantity().thousandths());
        sums.returnedMinor = plus(sums.returnedMinor, line.netMinor());
        sums.taxMinor = plus(sums.taxMinor, -line.taxMinor());
    }

    private static BigInteger plus(BigInteger sum, long amount) {
        return sum.add(BigInteger.valueOf(amount));
    }

    private Sums of(Day day) {
        return days.computeIfAbsent(day, key -> new Sums());
    }

    private SkuSums of(Day day, Sku sku) {
        return skus.computeIfAbsent(new DayOfSku(day, sku), key -> new SkuSums());
    }

    void write(Tables tables) {
        var dayRows = new Rows(
                DATE, TEXT, TEXT, TEXT, TEXT, INT, INT, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC,
                NUMERIC, NUMERIC, NUMERIC, NUMERIC);
        days.forEach((day, sums) -> add(dayRows, day, sums));
        tables.write(DAYS, dayRows);
        var skuRows = new Rows(
                DATE, TEXT, TEXT, TEXT, TEXT, TEXT, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC,
                NUMERIC, NUMERIC);
        skus.forEach((key, sums) -> add(skuRows, key, sums));
        tables.write(SKUS, skuRows);
    }

    private static void add(Rows rows, Day day, Sums sums) {
        rows.add(
                day.businessDay(),
                day.channel(),
                day.location(),
                day.country(),
                day.currency(),
                sums.sales,
                sums.returns,
                sums.grossMinor,
                sums.returnedMinor,
                sums.taxMinor,
                sums.restockingFeeMinor,
                sums.cashRoundingMinor,
                sums.adjustedMinor,
                sums.discounts.minor(Kind.LOYALTY),
                sums.discounts.minor(Kind.COUPON),
                sums.discounts.minor(Kind.PROMOTION),
                sums.discounts.minor(Kind.MARKDOWN),
                sums.couponTendersMinor);
    }

    private static void add(Rows rows, DayOfSku key, SkuSums sums) {
        rows.add(
                key.day().businessDay(),
                key.day().channel(),
                key.day().location(),
                key.day().country(),
                key.sku(),
                key.day().currency(),
                sums.soldThousandths,
                sums.returnedThousandths,
                sums.grossMinor,
                sums.returnedMinor,
                sums.taxMinor,
                sums.discounts.minor(Kind.LOYALTY),
                sums.discounts.minor(Kind.COUPON),
                sums.discounts.minor(Kind.PROMOTION),
                sums.discounts.minor(Kind.MARKDOWN));
    }
}
