package org.cartulary.ops.retail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartulary.command.returns.ReturnCommand;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.ops.imports.Step;

/**
 * Turns cancellations into returns. The file does not say which sale a cancellation means, so each line is matched to
 * earlier sales of the same customer, product and price, the latest first; what is left has no sale.
 */
final class ReturnPlanner {

    private static final PolicyOverride NO_SALE = new PolicyOverride("the document names no sale", Merchant.APPROVER);

    private final SoldUnits soldUnits;

    ReturnPlanner(SoldUnits soldUnits) {
        this.soldUnits = soldUnits;
    }

    /** Units of one row of a cancellation; of which sale's line, where it is known. */
    private record Back(Row row, int number, SoldUnits.Lot lot, long units) {

        /** Tells which line of the document it is, since one line may come back to several sales. */
        String reason() {
            return "cancelled, line " + number;
        }
    }

    List<Step> plan(Invoice invoice, List<Row> rows) {
        var bySale = new LinkedHashMap<SaleId, List<Back>>();
        var withoutSale = new ArrayList<Back>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            long rest = row.units();
            for (var part : soldUnits.takeBack(row)) {
                bySale.computeIfAbsent(part.lot().sale(), none -> new ArrayList<>())
                        .add(new Back(row, i + 1, part.lot(), part.units()));
                rest -= part.units();
            }
            if (rest > 0) withoutSale.add(new Back(row, i + 1, null, rest));
        }
        var steps = new ArrayList<Step>();
        bySale.values().forEach(back -> steps.add(toSale(invoice, back)));
        if (!withoutSale.isEmpty()) steps.add(withoutSale(invoice, withoutSale));
        return steps;
    }

    private static Step toSale(Invoice invoice, List<Back> back) {
        var lot = back.getFirst().lot();
        var key = invoice.number() + "/" + lot.invoice();
        var lines = new ArrayList<ReturnCommand.Line>();
        for (var part : back)
            lines.add(new ReturnCommand.Line(
                    lines.size() + 1,
                    part.lot().line(),
                    Quantity.of(part.units()),
                    Disposition.RESTOCK,
                    false,
                    part.reason()));
        var command = new RecordReturn(
                new ReturnId(Merchant.id(invoice.at(), key)),
                lot.sale(),
                Merchant.LOCATION,
                Merchant.CHANNEL,
                invoice.number(),
                lines,
                0,
                null,
                Merchant.instant(invoice.at()));
        return Merchant.step(key, command, rows(back), changes(back), lot.sale());
    }

    private static Step withoutSale(Invoice invoice, List<Back> back) {
        var key = invoice.number() + "/no-sale";
        var lines = new ArrayList<UnknownLine>();
        for (var part : back)
            lines.add(new UnknownLine(
                    lines.size() + 1,
                    part.row().sku(),
                    Quantity.of(part.units()),
                    new UnitPrice(part.row().price()),
                    0,
                    Disposition.RESTOCK,
                    part.reason()));
        var command = new RecordReturnWithoutReceipt(
                new ReturnId(Merchant.id(invoice.at(), key)),
                Merchant.LOCATION,
                Merchant.CHANNEL,
                invoice.first().country(),
                invoice.number(),
                invoice.first().customer(),
                lines,
                NO_SALE,
                Merchant.instant(invoice.at()));
        return Merchant.step(key, command, rows(back), changes(back), null);
    }

    private static List<Row> rows(List<Back> back) {
        Set<Row> rows = new LinkedHashSet<>();
        back.forEach(part -> rows.add(part.row()));
        return List.copyOf(rows);
    }

    private static Map<Sku, Long> changes(List<Back> back) {
        var changes = new LinkedHashMap<Sku, Long>();
        for (var part : back)
            if (Merchant.kindOf(part.row().sku()) == Kind.GOODS)
                changes.merge(part.row().sku(), part.units(), Long::sum);
        return changes;
    }
}
