package org.cartulary.command.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.lot.LotPart;

/**
 * How many points of which lots have expired, so that a return does not take them a second time. It is forgotten three years
 * after a lot expired: who lets goods come back later than that reverses all that they had earned.
 */
public record Gone(List<LotPart> lots) {

    public static final Gone NOTHING = new Gone(List.of());

    static final int REMEMBERED_DAYS = 1_096;

    /** @param on the date of the event that says so */
    Gone plus(List<LotPart> expired, LocalDate on) {
        var all = new ArrayList<>(lots);
        for (var part : expired) {
            long before = of(part.lot());
            all.removeIf(lot -> lot.lot() == part.lot());
            all.add(new LotPart(part.lot(), before + part.amount(), part.expiresOn()));
        }
        all.removeIf(lot -> lot.expiresOn().plusDays(REMEMBERED_DAYS).isBefore(on));
        return new Gone(List.copyOf(all));
    }

    Gone less(Integer number, long amount) {
        return new Gone(lots.stream()
                .map(lot -> number != null && lot.lot() == number
                        ? new LotPart(lot.lot(), lot.amount() - amount, lot.expiresOn())
                        : lot)
                .filter(lot -> lot.amount() > 0)
                .toList());
    }

    /** How many points of that lot have expired. */
    long of(int number) {
        return lots.stream()
                .filter(lot -> lot.lot() == number)
                .mapToLong(LotPart::amount)
                .sum();
    }
}
