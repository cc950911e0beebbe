package org.cartulary.command.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/** What may come back of each sale and for how much, worked out a second time from what the sales say of themselves. */
final class TradeModel {

    private static final long CAP = 50_000;

    private final Map<SaleId, Sold> sales = new HashMap<>();
    private final List<SaleId> order = new ArrayList<>();
    private final Map<Sku, BigDecimal> lowest = new HashMap<>();
    private final Map<CustomerId, Long> granted = new HashMap<>();

    /** A sale and, per line and tender, what has gone back. */
    private static final class Sold {
        final SaleRecorded sale;
        final Map<Integer, Long> back = new HashMap<>();
        final Map<Integer, Long> refunded = new HashMap<>();
        long fees;
        long value;

        Sold(SaleRecorded sale) {
            this.sale = sale;
        }
    }

    List<SaleId> known() {
        return order;
    }

    List<SaleLine> lines(SaleId sale) {
        return sales.get(sale).sale.lines();
    }

    /** In thousandths. */
    long returnable(SaleId sale, SaleLine line) {
        return line.quantity().thousandths() - sales.get(sale).back.getOrDefault(line.number(), 0L);
    }

    BigDecimal lowest(Sku sku) {
        return lowest.get(sku);
    }

    /** Rule book, "Tenders": settled to the penny; and the lines make up the total. */
    void learn(SaleRecorded sale) {
        long tenders = sale.tenders().stream().mapToLong(Tender::amountMinor).sum();
        long lines = sale.lines().stream().mapToLong(SaleLine::grossMinor).sum();
        assertThat(lines).isEqualTo(sale.totalMinor());
        assertThat(tenders - sale.changeMinor()).isEqualTo(sale.totalMinor() + sale.cashRoundingMinor());
        assertThat(2 * Math.abs(sale.cashRoundingMinor())).isLessThanOrEqualTo(sale.cashIncrementMinor());
        for (var line : sale.lines())
            if (line.discounts() != null)
                assertThat(line.discounts().stream()
                                .mapToLong(Discount::amountMinor)
                                .sum())
                        .isEqualTo(line.discountMinor());
        sales.put(sale.sale(), new Sold(sale));
        order.add(sale.sale());
        for (var line : sale.lines())
            lowest.merge(
                    line.sku(),
                    BigDecimal.valueOf(line.grossMinor(), 2)
                            .divide(line.quantity().toDecimal(), 6, RoundingMode.DOWN),
                    BigDecimal::min);
    }

    String refusal(RecordReturn c) {
        var sold = sales.get(c.sale());
        if (sold == null) return "SALE_UNKNOWN";
        var back = new HashMap<>(sold.back);
        long sound = 0;
        boolean allDefective = true;
        for (var line : c.lines()) {
            var of = line(sold, line.saleLine());
            if (of == null) return "SALE_LINE_UNKNOWN";
            long before = back.getOrDefault(of.number(), 0L);
            long after = before + line.quantity().thousandths();
            if (after > of.quantity().thousandths()) return "RETURN_EXCEEDS_SALE";
            back.put(of.number(), after);
            if (!line.defective())
                sound += share(of, of.netMinor(), before, after) + share(of, of.taxMinor(), before, after);
            allDefective &= line.defective();
        }
        if (c.restockingFeeMinor() == 0) return null;
        if (allDefective) return "RESTOCKING_FEE_ON_DEFECTIVE";
        return c.restockingFeeMinor() > sound ? "RESTOCKING_FEE_EXCEEDS_REFUND" : null;
    }

    /** Of what has come back all together whole pennies, less those that went back before. */
    private static long share(SaleLine line, long amount, long before, long after) {
        return upTo(line, amount, after) - upTo(line, amount, before);
    }

    private static long upTo(SaleLine line, long amount, long thousandths) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(thousandths))
                .divideToIntegralValue(BigDecimal.valueOf(line.quantity().thousandths()))
                .longValueExact();
    }

    private static SaleLine line(Sold sold, int number) {
        return sold.sale.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElse(null);
    }

    void learn(ReturnRecorded e) {
        var sold = sales.get(e.sale());
        long value = -e.restockingFeeMinor();
        for (ReturnLine line : e.lines()) {
            var of = line(sold, line.saleLine());
            long before = sold.back.getOrDefault(of.number(), 0L);
            long after = before + line.quantity().thousandths();
            assertThat(after)
                    .as("returned of " + of.quantity())
                    .isLessThanOrEqualTo(of.quantity().thousandths());
            assertThat(line.netMinor()).as("net").isEqualTo(share(of, of.netMinor(), before, after));
            assertThat(line.taxMinor()).as("tax").isEqualTo(share(of, of.taxMinor(), before, after));
            sold.back.put(of.number(), after);
            value += line.grossMinor();
        }
        sold.fees += e.restockingFeeMinor();
        sold.value += value;
        for (Refund refund : e.refunds()) {
            long all = sold.refunded.merge(refund.tender(), refund.amountMinor(), Long::sum);
            assertThat(all)
                    .as("refunded to tender " + refund.tender())
                    .isBetween(0L, captured(sold.sale, refund.tender()));
        }
        long refund = e.refunds().stream().mapToLong(Refund::amountMinor).sum();
        assertThat(refund).as("refund").isEqualTo(value + e.cashRoundingMinor());
        if (!isCash(sold.sale))
            assertThat(e.cashRoundingMinor()).as("rounding without cash").isZero();
        if (isWhole(sold)) checkWhole(sold);
        else checkRounding(sold);
    }

    /** However many returns there are, they are rounded to coins together. */
    private static void checkRounding(Sold sold) {
        long refunded =
                sold.refunded.values().stream().mapToLong(Long::longValue).sum();
        assertThat(2 * Math.abs(refunded - sold.value))
                .as("rounding of all returns together")
                .isLessThanOrEqualTo(sold.sale.cashIncrementMinor());
    }

    private static boolean isCash(SaleRecorded sale) {
        return sale.tenders().stream().anyMatch(tender -> tender.type() == TenderType.CASH);
    }

    private static boolean isWhole(Sold sold) {
        return sold.sale.lines().stream()
                .allMatch(line -> sold.back.getOrDefault(line.number(), 0L)
                        == line.quantity().thousandths());
    }

    /** When all has come back, all that was paid went back, less the fees; cash can be paid to its smallest coin only. */
    private static void checkWhole(Sold sold) {
        long paid = sold.sale.totalMinor() + sold.sale.cashRoundingMinor();
        long refunded =
                sold.refunded.values().stream().mapToLong(Long::longValue).sum();
        boolean exact = sold.fees == 0 || sold.sale.cashIncrementMinor() == 1 || !isCash(sold.sale);
        long off = exact ? 0 : sold.sale.cashIncrementMinor() / 2;
        assertThat(refunded - Math.max(0, paid - sold.fees)).as("all went back").isBetween(-off, off);
    }

    /** Change came out of the cash that was given last. */
    private static long captured(SaleRecorded sale, int number) {
        long change = sale.changeMinor();
        for (var tender : sale.tenders().reversed()) {
            long out = tender.type() == TenderType.CASH ? Math.min(change, tender.amountMinor()) : 0;
            change -= out;
            if (tender.number() == number) return tender.amountMinor() - out;
        }
        throw new AssertionError("the sale has no tender " + number);
    }

    String refusal(RecordReturnWithoutReceipt c) {
        if (c.override() == null && c.customer() == null) return "IDENTITY_NEEDED";
        if (c.override() != null) return null;
        for (var line : c.lines()) {
            if (lowest(line.sku()) == null) return "NO_PRICE_IN_LOOK_BACK";
            if (line.unitPrice().value().compareTo(lowest(line.sku())) > 0) return "PRICE_ABOVE_LOWEST";
        }
        return granted.getOrDefault(c.customer(), 0L) + amount(c) > CAP ? "CAP_WITHOUT_RECEIPT_REACHED" : null;
    }

    void learn(RecordReturnWithoutReceipt c) {
        if (c.customer() != null) granted.merge(c.customer(), amount(c), Long::sum);
    }

    static long amount(RecordReturnWithoutReceipt c) {
        return c.lines().stream()
                .mapToLong(line -> RandomSales.minor(
                        line.unitPrice().value(), line.quantity().thousandths()))
                .sum();
    }
}
