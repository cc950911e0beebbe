package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.returns.ReturnCommand;
import org.cartulary.command.sale.SaleCommand;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TenderType;

/** Money that was taken and given back, in cents: what each sale owes its customer, and which tender gets how much back. */
final class Tills {

    /** One line as it was sold: tax is within the price, and of one rate. */
    private static final class Line {
        Sku sku;
        long thousandths;
        long net;
        long tax;
        long back;
    }

    private static final class Sale {
        final List<Line> lines = new ArrayList<>();
        final List<TenderType> types = new ArrayList<>();
        final List<Long> taken = new ArrayList<>();
        final List<Long> given = new ArrayList<>();
        final List<String> references = new ArrayList<>();
    }

    private final Map<SaleId, Sale> sales = new HashMap<>();
    private final Map<TenderType, Long> taken = new EnumMap<>(TenderType.class);
    private final Map<TenderType, Long> given = new EnumMap<>(TenderType.class);
    private long sold;
    private long returned;
    private long adjusted;

    /**
     * @param quantities what each line sold, which is less than it asked for in a partial sale
     * @return what each tender takes, in their order, those included that take nothing
     */
    List<Long> sell(RecordSale command, List<Long> quantities) {
        var sale = new Sale();
        long total = 0;
        for (int i = 0; i < quantities.size(); i++) {
            var line = line(command.lines().get(i), quantities.get(i));
            sale.lines.add(line);
            total += line.net + line.tax;
        }
        sold += total;
        long due = total;
        var amounts = new ArrayList<Long>();
        for (var tender : command.tenders()) {
            long amount = Math.min(due, tender.amountMinor());
            amounts.add(amount);
            due -= amount;
            // A tender that gets nothing of a partial sale is none.
            if (amount == 0 && tender.type() != TenderType.CASH) continue;
            sale.types.add(tender.type());
            sale.taken.add(amount);
            sale.given.add(0L);
            sale.references.add(tender.reference());
            taken.merge(tender.type(), amount, Long::sum);
        }
        assertThat(due).as("still due of " + command.sale()).isZero();
        sales.put(command.sale(), sale);
        return amounts;
    }

    private static Line line(SaleCommand.Line asked, long thousandths) {
        var line = new Line();
        line.sku = asked.sku();
        line.thousandths = thousandths;
        long amount = cents(asked, thousandths);
        line.tax = asked.taxes().stream().mapToLong(tax -> taxIn(tax, amount)).sum();
        line.net = amount - line.tax;
        return line;
    }

    /** Whole units at prices of whole cents, less a share of the discount, rounded in favour of the retailer. */
    private static long cents(SaleCommand.Line asked, long thousandths) {
        long listed = asked.unitPrice().value().movePointRight(2).longValueExact() * (thousandths / 1000);
        return listed - asked.discountMinor() * thousandths / asked.quantity().thousandths();
    }

    private static long taxIn(Tax tax, long gross) {
        long whole = 1_000_000L + tax.ratePpm();
        return gross - (2 * gross * 1_000_000L + whole) / (2 * whole);
    }

    /** @return what goes back by tender of the sale, in their order */
    List<Long> takeBack(SaleId id, List<ReturnCommand.Line> lines) {
        var sale = sales.get(id);
        long before = worth(sale);
        for (var line : lines)
            sale.lines.get(line.saleLine() - 1).back += line.quantity().thousandths();
        for (var line : sale.lines) assertThat(line.back).isLessThanOrEqualTo(line.thousandths);
        long due = worth(sale);
        returned += due - before;
        var refunds = new ArrayList<Long>();
        for (int i = 0; i < sale.types.size(); i++) {
            long up = Math.min(due, sale.taken.get(i));
            due -= up;
            refunds.add(up - sale.given.set(i, up));
        }
        return refunds;
    }

    private static long worth(Sale sale) {
        return sale.lines.stream()
                .mapToLong(line -> share(line.net, line) + share(line.tax, line))
                .sum();
    }

    private static long share(long amount, Line line) {
        if (line.thousandths == 0) return 0;
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(line.back))
                .divide(BigInteger.valueOf(line.thousandths))
                .longValueExact();
    }

    void payOut(TenderType type, long cents) {
        if (cents != 0) given.merge(type, cents, Long::sum);
    }

    void returnWithoutReceipt(long cents) {
        returned += cents;
    }

    /** Net amounts of the lines that earn points, and nothing for the others. */
    List<Long> earningNets(SaleId sale) {
        return sales.get(sale).lines.stream()
                .map(line -> Town.SKUS.contains(line.sku) ? line.net : 0L)
                .toList();
    }

    List<Long> soldOf(SaleId sale) {
        return sales.get(sale).lines.stream().map(line -> line.thousandths).toList();
    }

    List<Long> backOf(SaleId sale) {
        return sales.get(sale).lines.stream().map(line -> line.back).toList();
    }

    Sku sku(SaleId sale, int line) {
        return sales.get(sale).lines.get(line - 1).sku;
    }

    boolean isService(SaleId sale, int line) {
        return sku(sale, line).equals(Town.POSTAGE);
    }

    String reference(SaleId sale, int tender) {
        return sales.get(sale).references.get(tender);
    }

    TenderType type(SaleId sale, int tender) {
        return sales.get(sale).types.get(tender);
    }

    void adjust(long cents) {
        adjusted += cents;
    }

    long adjusted() {
        return adjusted;
    }

    long sold() {
        return sold;
    }

    long returned() {
        return returned;
    }

    Map<String, Long> taken() {
        return named(taken);
    }

    Map<String, Long> given() {
        return named(given);
    }

    private static Map<String, Long> named(Map<TenderType, Long> sums) {
        var rows = new TreeMap<String, Long>();
        sums.forEach((type, cents) -> {
            if (cents != 0) rows.put(type.name(), cents);
        });
        return rows;
    }
}
