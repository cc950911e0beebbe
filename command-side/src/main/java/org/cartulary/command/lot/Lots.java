package org.cartulary.command.lot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.events.lot.LotPart;

/**
 * The lots of one account that hold anything, those that expire first in front. Amounts are points or minor units. A lot that
 * holds nothing is forgotten; whoever took from it has its number and expiry, and can give back to it.
 *
 * @param last the number of the newest lot, whether it still holds anything or not
 */
public record Lots(List<Lot> lots, int last) {

    private static final Comparator<Lot> EARLIEST_EXPIRING_FIRST = Comparator.comparing(
                    Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::number);

    /** Nothing yet. */
    public static final Lots NONE = new Lots(List.of(), 0);

    /** @param usableFrom the first local date on which it can be spent; absent where that is at once */
    public record Lot(int number, long amount, LocalDate usableFrom, LocalDate expiresOn) {

        boolean hasExpired(LocalDate on) {
            return isOver(expiresOn, on);
        }

        boolean isUsable(LocalDate on) {
            return !hasExpired(on) && (usableFrom == null || !usableFrom.isAfter(on));
        }

        private Lot with(long other) {
            return new Lot(number, other, usableFrom, expiresOn);
        }
    }

    public Lots {
        lots = lots.stream()
                .filter(lot -> lot.amount() > 0)
                .sorted(EARLIEST_EXPIRING_FIRST)
                .toList();
    }

    /** Whether the last day of a lot was over on that local date; never where it has none. */
    public static boolean isOver(LocalDate expiresOn, LocalDate on) {
        return expiresOn != null && expiresOn.isBefore(on);
    }

    /** All that is there, pending and expired amounts included. */
    public long balance() {
        return sum(lots.stream());
    }

    /** What can be spent on that local date. */
    public long usable(LocalDate on) {
        return sum(lots.stream().filter(lot -> lot.isUsable(on)));
    }

    /** Without the lots that could not be spent yet on that local date. */
    public Lots usableOn(LocalDate day) {
        return new Lots(
                lots.stream()
                        .filter(lot ->
                                lot.usableFrom() == null || !lot.usableFrom().isAfter(day))
                        .toList(),
                last);
    }

    /** The number that a new lot gets. */
    public int next() {
        return Math.addExact(last, 1);
    }

    /** Opens the lot of that number. */
    public Lots open(int number, long amount, LocalDate usableFrom, LocalDate expiresOn) {
        var more = new ArrayList<>(lots);
        more.add(new Lot(number, amount, usableFrom, expiresOn));
        return new Lots(more, Math.max(last, number));
    }

    /** From which lots an amount is spent: as much of it as is usable on that date, the earliest-expiring lots first. */
    public List<LotPart> spend(long amount, LocalDate on) {
        return take(amount, lots.stream().filter(lot -> lot.isUsable(on)));
    }

    /** Takes from one lot first, and then from the others, pending ones included; at most what is there. */
    public List<LotPart> takeFrom(int first, long amount, LocalDate on) {
        var living = lots.stream().filter(lot -> !lot.hasExpired(on)).toList();
        return take(
                amount,
                Stream.concat(
                        living.stream().filter(lot -> lot.number() == first),
                        living.stream().filter(lot -> lot.number() != first)));
    }

    /** What lots hold whose last day is over. */
    public List<LotPart> expired(LocalDate on) {
        return lots.stream()
                .filter(lot -> lot.hasExpired(on))
                .map(lot -> part(lot, lot.amount()))
                .toList();
    }

    public Lots less(List<LotPart> parts) {
        var less = new ArrayList<>(lots);
        for (var part : parts)
            less.replaceAll(lot -> lot.number() == part.lot() ? lot.with(lot.amount() - part.amount()) : lot);
        return new Lots(less, last);
    }

    /** Gives back to the very lots, which appear again where they had been emptied. */
    public Lots plus(List<LotPart> parts) {
        var more = new ArrayList<>(lots);
        for (var part : parts) {
            if (more.stream().anyMatch(lot -> lot.number() == part.lot()))
                more.replaceAll(lot -> lot.number() == part.lot() ? lot.with(lot.amount() + part.amount()) : lot);
            else more.add(new Lot(part.lot(), part.amount(), null, part.expiresOn()));
        }
        return new Lots(more, last);
    }

    private static List<LotPart> take(long amount, Stream<Lot> from) {
        var parts = new ArrayList<LotPart>();
        long left = amount;
        for (var lot : from.toList()) {
            long taken = Math.min(left, lot.amount());
            if (taken > 0) parts.add(part(lot, taken));
            left -= taken;
        }
        return parts;
    }

    private static LotPart part(Lot lot, long amount) {
        return new LotPart(lot.number(), amount, lot.expiresOn());
    }

    private static long sum(Stream<Lot> lots) {
        return lots.mapToLong(Lot::amount).reduce(0, Math::addExact);
    }
}
