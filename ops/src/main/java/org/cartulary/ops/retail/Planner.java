package org.cartulary.ops.retail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.imports.RefusedRow;
import org.cartulary.ops.imports.Step;

/**
 * Turns invoices into commands. Pure but for what it remembers of the sales before: the same invoices in the same order
 * give the same commands, so every reading of the file plans the same.
 */
final class Planner {

    private final SoldUnits soldUnits;
    private final ReturnPlanner returns;
    private final Consumer<RefusedRow> refused;

    /**
     * @param wanted what the file's cancellations name
     * @param refused is given each row of what no command can say
     */
    Planner(Set<SoldUnits.Bought> wanted, Consumer<RefusedRow> refused) {
        this.soldUnits = new SoldUnits(wanted);
        this.returns = new ReturnPlanner(soldUnits);
        this.refused = refused;
    }

    List<Step> plan(Invoice invoice) {
        var steps = new ArrayList<Step>();
        var sold = invoice.of(Row.Kind.SALE);
        if (!sold.isEmpty()) add(steps, sold, () -> List.of(sale(invoice, sold)));
        var back = invoice.of(Row.Kind.RETURN);
        if (!back.isEmpty()) add(steps, back, () -> returns.plan(invoice, back));
        for (int i = 0; i < invoice.rows().size(); i++) {
            var row = invoice.rows().get(i);
            var key = invoice.number() + "/" + (i + 1);
            if (row.kind() == Row.Kind.WRITE_OFF) add(steps, List.of(row), () -> List.of(writeOff(key, invoice, row)));
            if (row.kind() == Row.Kind.ADJUSTMENT)
                add(steps, List.of(row), () -> List.of(adjustment(key, invoice, row)));
        }
        return steps;
    }

    private void add(List<Step> steps, List<Row> rows, Supplier<List<Step>> plan) {
        try {
            steps.addAll(plan.get());
        } catch (IllegalArgumentException shape) {
            rows.forEach(row -> refused.accept(RefusedRow.of(row, shape.getMessage())));
        }
    }

    private Step sale(Invoice invoice, List<Row> rows) {
        var sale = new SaleId(Merchant.id(invoice.at(), invoice.number()));
        var lines = new ArrayList<Line>();
        for (var row : rows)
            lines.add(new Line(
                    lines.size() + 1,
                    row.sku(),
                    null,
                    null,
                    Quantity.of(row.units()),
                    new UnitPrice(row.price()),
                    0,
                    0,
                    List.of()));
        long total = rows.stream().mapToLong(Row::amountMinor).reduce(0, Math::addExact);
        var command = recordSale(invoice, sale, lines, total);
        for (int i = 0; i < rows.size(); i++) soldUnits.sold(sale, i + 1, rows.get(i));
        return Merchant.step(invoice.number(), command, rows, changes(rows, -1), sale);
    }

    private static RecordSale recordSale(Invoice invoice, SaleId sale, List<Line> lines, long totalMinor) {
        var customer = invoice.first().customer();
        var type = customer == null ? TenderType.BANK_TRANSFER : TenderType.ACCOUNT;
        var tender = new Tender(1, type, totalMinor, customer == null ? null : customer.value(), null);
        return new RecordSale(
                sale,
                Merchant.LOCATION,
                Merchant.CHANNEL,
                invoice.first().country(),
                invoice.number(),
                customer,
                null,
                Merchant.CURRENCY,
                TaxMode.INCLUSIVE_PER_LINE,
                Handover.SHIPMENT,
                lines,
                0,
                totalMinor,
                totalMinor == 0 ? List.of() : List.of(tender),
                0,
                0,
                false,
                Merchant.instant(invoice.at()));
    }

    private static Step writeOff(String key, Invoice invoice, Row row) {
        var reason = row.description().isEmpty() ? "written off, no reason given" : row.description();
        var shelf = new StockId(Merchant.LOCATION, row.sku());
        var change = QuantityChange.from(Quantity.of(row.units()), Quantity.ZERO);
        var command = new AdjustStock(shelf, Condition.SELLABLE, change, reason, Merchant.instant(invoice.at()));
        return Merchant.step(key, command, List.of(row), changes(List.of(row), -1), null);
    }

    private static Step adjustment(String key, Invoice invoice, Row row) {
        var command = new RecordFinancialAdjustment(
                new AdjustmentId(Merchant.id(invoice.at(), key)),
                Merchant.LOCATION,
                Merchant.CHANNEL,
                row.country(),
                FinanceEvent.Kind.BAD_DEBT,
                new Money(row.amountMinor(), Merchant.CURRENCY),
                invoice.number(),
                row.description().isEmpty() ? "adjustment, no reason given" : row.description(),
                Merchant.instant(invoice.at()));
        return Step.plain(Merchant.sender(key), command, List.of(row));
    }

    /** By how many units rows change the shelves; services have none. */
    private static Map<Sku, Long> changes(List<Row> rows, int sign) {
        var changes = new LinkedHashMap<Sku, Long>();
        for (var row : rows)
            if (Merchant.kindOf(row.sku()) == Kind.GOODS) changes.merge(row.sku(), sign * row.units(), Long::sum);
        return changes;
    }
}
