package org.cartulary.query.trade;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartulary.query.kernel.Refused;

/** What figures can be broken down by. The order is that of the columns. */
enum Dimension {
    CHANNEL,
    LOCATION,
    COUNTRY,
    SKU,
    CUSTOMER;

    /** Its name in a request and as a column. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refused if one of the words is none */
    static Set<Dimension> all(String field, List<String> words) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        if (words != null) words.forEach(word -> dimensions.add(of(field, word)));
        return dimensions;
    }

    static Dimension of(String field, String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, "is channel, location, country, sku or customer"));
    }
}
