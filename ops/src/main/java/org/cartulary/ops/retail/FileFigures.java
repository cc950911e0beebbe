package org.cartulary.ops.retail;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Sums straight from the rows of the file, without any of the plan by which they were imported. */
final class FileFigures {

    private final Figures figures = Figures.empty();
    private final Map<String, YearMonth> monthOf = new HashMap<>();
    private final Map<String, Set<Row.Kind>> kindsOf = new HashMap<>();

    private FileFigures() {}

    /** Reads the file once more. Rows that make no sense have no figures. */
    static Figures of(RetailFile file, Predicate<Row> counted) {
        var sums = new FileFigures();
        file.read(
                row -> {
                    sums.month(row);
                    if (counted.test(row)) sums.add(row);
                },
                none -> {});
        return sums.figures;
    }

    /** An invoice belongs to the month of its first row. */
    private YearMonth month(Row row) {
        return monthOf.computeIfAbsent(row.invoice(), none -> YearMonth.from(row.at()));
    }

    private void add(Row row) {
        boolean firstOfItsKind = kindsOf.computeIfAbsent(row.invoice(), none -> EnumSet.noneOf(Row.Kind.class))
                .add(row.kind());
        long units = row.kind() == Row.Kind.ADJUSTMENT ? 0 : row.units();
        figures.add(month(row), row.kind(), new Figures.Sum(1, firstOfItsKind ? 1 : 0, units, row.amountMinor()));
    }
}
