package org.cartulary.query.trade;

import java.time.LocalDate;
import java.util.Locale;
import org.cartulary.query.kernel.Refused;

/** How long the business days are that one row of figures takes together. */
enum Period {
    DAY("business_day"),
    MONTH("date_trunc('month', business_day)::date"),
    TOTAL("null::date");

    private final String column;

    Period(String column) {
        this.column = column;
    }

    /** The SQL expression of a period's first day. */
    String column() {
        return column;
    }

    LocalDate last(LocalDate first) {
        return switch (this) {
            case DAY -> first;
            case MONTH -> first.plusMonths(1).minusDays(1);
            case TOTAL -> null;
        };
    }

    /** How it is written: 2026-03-01, 2026-03, or not at all. */
    String text(LocalDate first) {
        return switch (this) {
            case DAY -> first.toString();
            case MONTH -> first.toString().substring(0, 7);
            case TOTAL -> null;
        };
    }

    /** @throws Refused if the word is none */
    static Period of(String word) {
        for (var period : values()) if (period.name().toLowerCase(Locale.ROOT).equals(word)) return period;
        throw Refused.invalid("by", "is day, month or total");
    }
}
