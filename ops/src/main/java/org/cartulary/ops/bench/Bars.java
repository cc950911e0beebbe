package org.cartulary.ops.bench;

import static org.cartulary.ops.bench.Bar.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is asked of the loads. A machine is fast or slow, and noisy: so each is a ratio to another figure of the run. */
final class Bars {

    /** Two runs of one load differ by so much without a cause. */
    private static final double SAME = 0.2;

    /** @param load whose rate is asked to be at least so many times that of the reference */
    private record Ratio(String load, double factor, String reference) {

        Bar of(Figures figures) {
            double measured =
                    figures.get(load).perSecond() / figures.get(reference).perSecond();
            return Bar.atLeast(load, factor, reference, measured);
        }
    }

    private static final List<Ratio> RATIOS = List.of(
            new Ratio(Course.COMMANDS, 2, Course.P),
            new Ratio(Course.COMMANDS, 15, Course.X_COMMANDS),
            new Ratio(Course.CHECKOUTS, 0.7, Course.P),
            new Ratio(Course.CHECKOUTS, 12, Course.X_CHECKOUTS),
            new Ratio(Course.HOT, 0.9, Course.COMMANDS),
            new Ratio(Course.HOT, 20, Course.H),
            new Ratio(Course.HTTP_CHECKOUTS, 0.28, Course.P),
            new Ratio(Course.BULK, 0.5, Course.COMMANDS),
            new Ratio(Course.READS, 0.33, Course.N),
            new Ratio(Replays.STOCK, 1, Course.C),
            new Ratio(Replays.TRADE, 1, Course.C),
            new Ratio(Replays.HISTORY, 1, Course.C));

    private static final List<String> ON_CHECKOUTS = List.of(Steady.NAME, Overload.NAME);

    private static final double TAIL = 4;
    private static final double OPEN_TAIL = 3;
    private static final double OPEN_TAIL_MILLIS = 10;
    private static final double VISIBLE_MILLIS = 250;
    private static final double REFUSED_MILLIS = 100;
    private static final double START = 0.6;

    private Bars() {}

    /** The figures without which one load's bars can't be told. */
    static List<String> references(String load) {
        var ratios = RATIOS.stream().filter(ratio -> ratio.load().equals(load)).map(Ratio::reference);
        var open = load.startsWith(Course.OPEN) ? Stream.of(Course.closed(load), Course.N) : Stream.<String>empty();
        var checkouts = ON_CHECKOUTS.contains(load) ? Stream.of(Course.HTTP_CHECKOUTS) : Stream.<String>empty();
        return Stream.of(ratios, open, checkouts)
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The bars of everything that was measured beside its reference. */
    static List<Bar> of(Figures figures) {
        var bars = new ArrayList<Bar>();
        for (var ratio : RATIOS)
            if (figures.has(ratio.load()) && figures.has(ratio.reference())) bars.add(ratio.of(figures));
        if (figures.has(Course.HTTP_CHECKOUTS)) bars.add(tail(figures.get(Course.HTTP_CHECKOUTS)));
        for (var figure : figures.all())
            if (figures.has(Course.noOp(figure.name())))
                bars.add(open(figure, figures.get(Course.noOp(figure.name()))));
        within(Steady.VISIBLE, VISIBLE_MILLIS, figures, bars);
        if (figures.has(Overload.NAME) && figures.has(Course.HTTP_CHECKOUTS))
            bars.add(kept(figures.get(Overload.NAME), figures.get(Course.HTTP_CHECKOUTS)));
        within(Overload.SENT_AWAY, REFUSED_MILLIS, figures, bars);
        within(SoldOut.NAME, REFUSED_MILLIS, figures, bars);
        bars.addAll(figures.bars());
        if (figures.has(Starts.PACKAGED) && figures.has(Starts.PLAIN))
            bars.add(Bar.atMost(
                    Starts.PACKAGED,
                    START,
                    Starts.PLAIN,
                    (double) figures.get(Starts.PACKAGED).p50Micros()
                            / figures.get(Starts.PLAIN).p50Micros()));
        return bars;
    }

    private static Bar tail(Figure figure) {
        double measured = (double) figure.p99Micros() / figure.p50Micros();
        return Bar.atMost(figure.name() + ", p99", TAIL, "its p50", measured);
    }

    private static Bar kept(Figure crowded, Figure alone) {
        return Bar.atMost(
                crowded.name() + ", p99",
                1 + SAME,
                "that of " + alone.name(),
                (double) crowded.p99Micros() / alone.p99Micros());
    }

    private static void within(String name, double millis, Figures figures, List<Bar> bars) {
        if (!figures.has(name) || figures.get(name).p99Micros() == null) return;
        double measured = figures.get(name).p99Micros() / 1_000.0;
        bars.add(new Bar(name, "p99 at most " + number(millis) + " ms", measured, measured <= millis));
    }

    private static Bar open(Figure figure, Figure noOp) {
        double allowed = OPEN_TAIL * noOp.p99Micros() / 1_000 + OPEN_TAIL_MILLIS;
        double measured = figure.p99Micros() / 1_000.0;
        var asked = "p99 at most %s × that of N at this rate, and %s ms: %s ms"
                .formatted(number(OPEN_TAIL), number(OPEN_TAIL_MILLIS), number(allowed));
        return new Bar(figure.name(), asked, measured, measured <= allowed);
    }

    /** Whether every figure is that of an earlier run, for instance on a ledger with less history. */
    static List<Bar> beside(List<Figure> earlier, Figures figures) {
        return earlier.stream()
                .filter(figure -> figures.has(figure.name()))
                .map(before -> same(before, figures.get(before.name())))
                .toList();
    }

    private static Bar same(Figure before, Figure now) {
        return before.perSecond() != null && now.perSecond() != null
                ? Bar.atLeast(now.name(), 1 - SAME, "that of the earlier run", now.perSecond() / before.perSecond())
                : Bar.atMost(
                        now.name(), 1 + SAME, "that of the earlier run", (double) now.p50Micros() / before.p50Micros());
    }
}
