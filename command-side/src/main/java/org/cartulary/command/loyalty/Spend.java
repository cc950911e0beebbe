package org.cartulary.command.loyalty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a customer's sales were worth towards a tier, per local date, as far back as any terms may ask. Amounts are in minor
 * units.
 */
public record Spend(List<Day> days) {

    public static final Spend NONE = new Spend(List.of());

    /** What one date's sales were worth. */
    public record Day(LocalDate date, long amountMinor) {}

    /** @param amountMinor negative where goods came back that were sold on that date */
    Spend plus(LocalDate date, long amountMinor) {
        long before = amountOn(date);
        var others = days.stream().filter(day -> !day.date().equals(date));
        var all = Stream.concat(others, Stream.of(new Day(date, Math.max(0, before + amountMinor))))
                .toList();
        var newest = all.stream().map(Day::date).max(Comparator.naturalOrder()).orElseThrow();
        var oldest = newest.minusDays(ProgrammeCommand.LONGEST_TIER_DAYS);
        return new Spend(all.stream()
                .filter(day -> day.amountMinor() > 0 && day.date().isAfter(oldest))
                .sorted(Comparator.comparing(Day::date))
                .toList());
    }

    /** Rolling: what the last so many days were worth, that date included. */
    long qualified(LocalDate on, int tierDays) {
        var from = on.minusDays(tierDays);
        return days.stream()
                .filter(day -> day.date().isAfter(from) && !day.date().isAfter(on))
                .mapToLong(Day::amountMinor)
                .reduce(0, Math::addExact);
    }

    /** The newest date that is known, or the one given where that is newer. */
    LocalDate newest(LocalDate given) {
        if (days.isEmpty() || days.getLast().date().isBefore(given)) return given;
        return days.getLast().date();
    }

    private long amountOn(LocalDate date) {
        return days.stream()
                .filter(day -> day.date().equals(date))
                .mapToLong(Day::amountMinor)
                .sum();
    }
}
