package org.cartulary.ops.retail;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of trade by month and kind of row, from whichever source. */
record Figures(SortedMap<YearMonth, Map<Row.Kind, Sum>> months) {

    /**
     * @param documents invoices that have such rows
     * @param units what was sold, came back or was written off; 0 for adjustments
     * @param amountMinor in pence
     */
    record Sum(long rows, long documents, long units, long amountMinor) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    rows + other.rows,
                    documents + other.documents,
                    units + other.units,
                    amountMinor + other.amountMinor);
        }
    }

    static Figures empty() {
        return new Figures(new TreeMap<>());
    }

    void add(YearMonth month, Row.Kind kind, Sum sum) {
        months.computeIfAbsent(month, none -> new EnumMap<>(Row.Kind.class)).merge(kind, sum, Sum::plus);
    }

    Sum of(YearMonth month, Row.Kind kind) {
        return months.getOrDefault(month, Map.of()).getOrDefault(kind, Sum.NOTHING);
    }

    Sum all(YearMonth month) {
        return months.getOrDefault(month, Map.of()).values().stream().reduce(Sum.NOTHING, Sum::plus);
    }

    Figures plus(Figures other) {
        var sum = empty();
        for (var figures : new Figures[] {this, other})
            figures.months.forEach((month, kinds) -> kinds.forEach((kind, one) -> sum.add(month, kind, one)));
        return sum;
    }
}
