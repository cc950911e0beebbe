package org.cartulary.query.console;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.query.trade.DaySales;

/**
 * Net sales of one currency by business day, as bars on a canvas of whole units.
 *
 * @param baseline where the bars stand; below it are days on which more came back than was sold
 * @param days newest first, for the table beside the bars
 */
record BarChart(
        String currency,
        int width,
        int height,
        long baseline,
        String most,
        LocalDate first,
        LocalDate last,
        List<Bar> bars,
        List<Day> days) {

    /** How far back charts reach, in days; a younger ledger has wider bars. */
    static final int DAYS = 30;

    private static final int FEWEST = 10;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 180;

    /** One day's bar; {@code title} says in words what it shows. */
    record Bar(int x, long y, int width, long height, String title) {}

    /** One day in words. */
    record Day(LocalDate day, String gross, String returned, String net, String sales) {}

    /** The days that all charts share, and how much room each has. */
    private record Axis(LocalDate first, LocalDate last, int slot) {

        static Axis of(List<DaySales> sales) {
            var days = sales.stream().map(DaySales::businessDay).toList();
            var last = days.stream().max(LocalDate::compareTo).orElseThrow();
            var first = days.stream().min(LocalDate::compareTo).orElseThrow();
            int length = (int) Math.clamp(last.toEpochDay() - first.toEpochDay() + 1, FEWEST, DAYS);
            return new Axis(last.minusDays(length - 1L), last, WIDTH / length);
        }

        int left(LocalDate day) {
            return (int) (day.toEpochDay() - first.toEpochDay()) * slot + slot / 6;
        }

        int barWidth() {
            return slot - slot / 3;
        }
    }

    /** From the lowest day to the highest, zero included. */
    private record Scale(BigInteger top, BigInteger bottom) {

        static Scale of(List<DaySales> sales) {
            var top = BigInteger.ZERO;
            var bottom = BigInteger.ZERO;
            for (var day : sales) {
                top = top.max(day.netMinor());
                bottom = bottom.min(day.netMinor());
            }
            return new Scale(top, bottom);
        }

        long height(BigInteger amountMinor) {
            return amountMinor.signum() == 0 ? 0 : Math.max(1, units(amountMinor.abs()));
        }

        long baseline() {
            return units(top);
        }

        private long units(BigInteger amountMinor) {
            var span = top.subtract(bottom).max(BigInteger.ONE);
            return amountMinor.multiply(BigInteger.valueOf(HEIGHT)).divide(span).longValueExact();
        }
    }

    /** One chart for each currency, all of them over the same days. */
    static List<BarChart> of(List<DaySales> sales) {
        if (sales.isEmpty()) return List.of();
        var axis = Axis.of(sales);
        return new TreeMap<>(sales.stream().collect(groupingBy(DaySales::currency)))
                .values().stream().map(days -> of(days, axis)).toList();
    }

    private static BarChart of(List<DaySales> sales, Axis axis) {
        var scale = Scale.of(sales);
        var currency = sales.getFirst().currency();
        return new BarChart(
                currency,
                WIDTH,
                HEIGHT,
                scale.baseline(),
                Amounts.withCurrency(scale.top(), currency),
                axis.first(),
                axis.last(),
                sales.stream().map(day -> bar(day, axis, scale)).toList(),
                sales.reversed().stream().map(BarChart::day).toList());
    }

    private static Bar bar(DaySales day, Axis axis, Scale scale) {
        long height = scale.height(day.netMinor());
        return new Bar(
                axis.left(day.businessDay()),
                day.netMinor().signum() < 0 ? scale.baseline() : scale.baseline() - height,
                axis.barWidth(),
                height,
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
