package org.cartulary.query.console;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.query.trade.DaySales;

/**
 * Net sales of one currency by business day, as bars on a canvas of whole units.
 *
 * @param baseline where the bars stand; below it are days on which more came back than was sold
 * @param days newest first, for the table beside the bars
 */
record BarChart(String currency, int width, int height, long baseline, String most, List<Bar> bars, List<Day> days) {

    static final int DAYS = 30;
    private static final int HEIGHT = 120;
    private static final int SLOT = 20;
    private static final int BAR = 14;

    /** One day's bar; {@code title} says in words what it shows. */
    record Bar(int x, long y, int width, long height, String title) {}

    /** One day in words. */
    record Day(LocalDate day, String gross, String returned, String net, String sales) {}

    /** One chart for each currency, all of them over the same days. */
    static List<BarChart> of(List<DaySales> sales) {
        var last = sales.stream().map(DaySales::businessDay).max(LocalDate::compareTo);
        return new TreeMap<>(sales.stream().collect(groupingBy(DaySales::currency)))
                .values().stream().map(days -> of(days, last.orElseThrow())).toList();
    }

    private static BarChart of(List<DaySales> sales, LocalDate last) {
        long top = sales.stream().mapToLong(DaySales::netMinor).max().orElse(0);
        long bottom =
                Math.min(0, sales.stream().mapToLong(DaySales::netMinor).min().orElse(0));
        long range = Math.max(1, Math.max(0, top) - bottom);
        long baseline = Math.max(0, top) * HEIGHT / range;
        var currency = sales.getFirst().currency();
        var bars = new ArrayList<Bar>();
        for (var day : sales) bars.add(bar(day, last, range, baseline));
        return new BarChart(
                currency,
                DAYS * SLOT,
                HEIGHT,
                baseline,
                Amounts.withCurrency(Math.max(0, top), currency),
                bars,
                sales.reversed().stream().map(BarChart::day).toList());
    }

    private static Bar bar(DaySales day, LocalDate last, long range, long baseline) {
        int index = DAYS - 1 - (int) (last.toEpochDay() - day.businessDay().toEpochDay());
        long height = Math.abs(day.netMinor()) * HEIGHT / range;
        long visible = day.netMinor() == 0 ? 0 : Math.max(1, height);
        return new Bar(
                index * SLOT + (SLOT - BAR) / 2,
                day.netMinor() < 0 ? baseline : baseline - visible,
                BAR,
                visible,
                day.businessDay() + ": " + Amounts.withCurrency(day.netMinor(), day.currency()) + " net of "
                        + Amounts.count(day.sales()) + (day.sales() == 1 ? " sale" : " sales"));
    }

    private static Day day(DaySales day) {
        return new Day(
                day.businessDay(),
                Amounts.plain(day.grossMinor(), day.currency()),
                Amounts.plain(day.returnedMinor(), day.currency()),
                Amounts.plain(day.netMinor(), day.currency()),
                Amounts.count(day.sales()));
    }
}
