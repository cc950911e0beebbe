package org.cartulary.ops.retail;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cartulary.ops.imports.Comparison;

/**
 * Compares, month by month and to the penny, what the file says with what the read tables say. Gross is the sum of the sale
 * lines, returned the sum of the cancelled lines, net the difference; adjustments stand apart.
 *
 * @param file without the refused rows
 * @param facts of the ledger
 * @param days the ledger's sums by day
 */
record Reconciliation(Figures file, Figures facts, Figures days) implements Comparison {

    private static final String COLUMNS = "%-8s %9s %9s %15s %15s %15s %15s  %s%n";

    @Override
    public List<String> differences() {
        var found = new ArrayList<String>();
        for (var month : months()) {
            for (var kind : Row.Kind.values()) {
                var expected = file.of(month, kind);
                var recorded = facts.of(month, kind);
                compare(found, month, kind, "rows", expected.rows(), recorded.rows());
                compare(found, month, kind, "documents", expected.documents(), recorded.documents());
                compare(found, month, kind, "units", expected.units(), recorded.units());
                compare(found, month, kind, "pence", expected.amountMinor(), recorded.amountMinor());
                if (kind != Row.Kind.WRITE_OFF)
                    compare(
                            found,
                            month,
                            kind,
                            "pence in the sums by day",
                            expected.amountMinor(),
                            days.of(month, kind).amountMinor());
            }
        }
        return found;
    }

    private static void compare(
            List<String> found, YearMonth month, Row.Kind kind, String what, long expected, long recorded) {
        if (expected != recorded)
            found.add("%s %s: the file has %,d %s, the ledger has %,d (%+,d)"
                    .formatted(month, kind, expected, what, recorded, recorded - expected));
    }

    /** A line per month and one for all, from the ledger's facts. */
    @Override
    public String table() {
        var text = new StringBuilder(COLUMNS.formatted(
                "month", "rows", "invoices", "gross GBP", "returned GBP", "net GBP", "adjusted GBP", ""));
        var total = Figures.empty();
        for (var month : months()) {
            text.append(line(month.toString(), facts, month, agrees(month)));
            facts.months()
                    .getOrDefault(month, Map.of())
                    .forEach((kind, sum) -> total.add(YearMonth.of(1, 1), kind, sum));
        }
        return text.append(line("all", total, YearMonth.of(1, 1), holds())).toString();
    }

    private static String line(String name, Figures figures, YearMonth month, boolean agrees) {
        long gross = figures.of(month, Row.Kind.SALE).amountMinor();
        long returned = figures.of(month, Row.Kind.RETURN).amountMinor();
        return COLUMNS.formatted(
                name,
                "%,d".formatted(figures.all(month).rows()),
                "%,d".formatted(figures.all(month).documents()),
                pounds(gross),
                pounds(returned),
                pounds(gross - returned),
                pounds(figures.of(month, Row.Kind.ADJUSTMENT).amountMinor()),
                agrees ? "as the file" : "DIFFERS");
    }

    private boolean agrees(YearMonth month) {
        return differences().stream().noneMatch(difference -> difference.startsWith(month + " "));
    }

    private TreeSet<YearMonth> months() {
        var months = new TreeSet<>(file.months().keySet());
        months.addAll(facts.months().keySet());
        months.addAll(days.months().keySet());
        return months;
    }

    static String pounds(long minor) {
        return "%,.2f".formatted(BigDecimal.valueOf(minor, 2));
    }
}
