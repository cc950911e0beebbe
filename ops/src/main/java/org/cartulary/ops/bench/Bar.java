package org.cartulary.ops.bench;

import java.util.Locale;

/**
 * What one load is asked to reach, as a ratio within the same run.
 *
 * @param asked in words
 * @param measured the ratio, or milliseconds where {@code asked} says so
 */
record Bar(String load, String asked, double measured, boolean reached) {

    static final String HEADER = """
            | Load | Asked | Measured | Reached |
            |---|---|--:|---|""";

    static Bar atLeast(String load, double asked, String of, double measured) {
        return new Bar(load, "at least %s × %s".formatted(number(asked), of), measured, measured >= asked);
    }

    static Bar atMost(String load, double asked, String of, double measured) {
        return new Bar(load, "at most %s × %s".formatted(number(asked), of), measured, measured <= asked);
    }

    String row() {
        return "| %s | %s | %s | %s |".formatted(load, asked, number(measured), reached ? "yes" : "**no**");
    }

    static String number(double value) {
        return value == Math.rint(value) && value < 1_000
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
