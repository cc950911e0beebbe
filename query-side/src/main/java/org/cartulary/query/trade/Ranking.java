package org.cartulary.query.trade;

import java.util.Locale;
import org.cartulary.query.kernel.Refused;

/** What makes one first in a list of the top. */
enum Ranking {
    NET("gross_minor - returned_minor"),
    GROSS("gross_minor"),
    RETURNED("returned_minor"),
    QUANTITY("sold - returned");

    private final String column;

    Ranking(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** @throws Refused if the word is none */
    static Ranking of(String word) {
        for (var ranking : values()) if (ranking.name().toLowerCase(Locale.ROOT).equals(word)) return ranking;
        throw Refused.invalid("measure", "is net, gross, returned or quantity");
    }
}
