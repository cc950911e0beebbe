package org.cartulary.ops.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.finance.FinanceEvent.Kind;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.imports.RefusedRow;
import org.cartulary.ops.imports.Step;

/** Turns baskets into commands. The same basket gives the same commands, so every reading of the files plans the same. */
final class Planner {

    private final Assortment assortment;
    private final Consumer<RefusedRow> refused;

    /** @param refused is given each row of what no command can say */
    Planner(Assortment assortment, Consumer<RefusedRow> refused) {
        this.assortment = assortment;
        this.refused = refused;
    }

    List<Step> plan(String basket, List<BasketRow> rows) {
        var first = rows.getFirst();
        var own = rows.stream().filter(row -> row.isOfTheBasketOf(first)).toList();
        rows.stream()
                .filter(row -> !row.isOfTheBasketOf(first))
                .forEach(row -> refused.accept(RefusedRow.of(
                        row,
                        "basket %s is one of household %s in store %s"
                                .formatted(basket, first.household(), first.store()))));
        try {
            return steps(first, own);
        } catch (IllegalArgumentException shape) {
            own.forEach(row -> refused.accept(RefusedRow.of(row, shape.getMessage())));
            return List.of();
        }
    }

    /** A manufacturer's coupon pays for what was sold; what it was worth beyond that is money without goods. */
    private List<Step> steps(BasketRow first, List<BasketRow> rows) {
        var steps = new ArrayList<Step>();
        long total = rows.stream().mapToLong(BasketRow::salesMinor).sum();
        long coupons = rows.stream().mapToLong(BasketRow::couponMinor).sum();
        if (rows.stream().anyMatch(BasketRow::isOfGoods)) steps.add(sale(first, rows, total, Math.min(coupons, total)));
        if (coupons > total) steps.add(couponsOfOtherGoods(first, rows, coupons - total));
        return steps;
    }

    private Step sale(BasketRow first, List<BasketRow> rows, long totalMinor, long couponsMinor) {
        var sale = new SaleId(Grocer.id(first.at(), first.basket()));
        var lines = new ArrayList<Line>();
        for (var row : rows) if (row.isOfGoods()) lines.add(line(lines.size() + 1, row));
        var command = new RecordSale(
                sale,
                Grocer.location(first.store()),
                Grocer.CHANNEL,
                null,
                first.basket(),
                Grocer.customer(first.household()),
                null,
                Grocer.CURRENCY,
                null,
                Handover.COUNTER,
                lines,
                0,
                totalMinor,
                tenders(totalMinor, couponsMinor),
                0,
                0,
                false,
                first.at());
        return new Step(Grocer.sender(first.basket()), command, rows, changes(first.store(), lines), sale);
    }

    private Line line(int number, BasketRow row) {
        var price = ListPrice.of(row.listedMinor(), assortment.quantity(row));
        var discounts = new ArrayList<Discount>();
        add(discounts, Discount.Kind.LOYALTY, row.loyaltyMinor());
        add(discounts, Discount.Kind.COUPON, row.matchMinor());
        return new Line(
                number,
                Sku.of(row.product()),
                null,
                null,
                price.quantity(),
                price.unit(),
                row.loyaltyMinor() + row.matchMinor(),
                0,
                List.of(),
                discounts,
                null);
    }

    private static void add(List<Discount> discounts, Discount.Kind kind, long minor) {
        if (minor > 0) discounts.add(new Discount(kind, minor, null));
    }

    private static List<Tender> tenders(long totalMinor, long couponsMinor) {
        var tenders = new ArrayList<Tender>();
        if (couponsMinor > 0) tenders.add(new Tender(1, TenderType.COUPON, couponsMinor, null, null));
        long rest = totalMinor - couponsMinor;
        if (rest > 0) tenders.add(new Tender(tenders.size() + 1, TenderType.CARD, rest, null, null));
        return tenders;
    }

    /** What the manufacturer pays for goods of the basket that the sample leaves out. */
    private static Step couponsOfOtherGoods(BasketRow first, List<BasketRow> rows, long minor) {
        var key = first.basket() + "/coupons";
        var command = new RecordFinancialAdjustment(
                new AdjustmentId(Grocer.id(first.at(), key)),
                Grocer.location(first.store()),
                Grocer.CHANNEL,
                null,
                Kind.CORRECTION,
                new Money(minor, Grocer.CURRENCY),
                first.basket() + "/" + Grocer.customer(first.household()),
                "a manufacturer's coupons for goods that the sample leaves out",
                first.at());
        return Step.plain(Grocer.sender(key), command, rows);
    }

    private static Map<StockId, Long> changes(String store, List<Line> lines) {
        var changes = new LinkedHashMap<StockId, Long>();
        for (var line : lines)
            changes.merge(
                    new StockId(Grocer.location(store), line.sku()),
                    -line.quantity().thousandths(),
                    Long::sum);
        return changes;
    }
}
