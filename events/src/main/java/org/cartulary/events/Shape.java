package org.cartulary.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Checks of shape in compact constructors: an object that exists has what it needs. */
public final class Shape {

    private Shape() {}

    /** @throws IllegalArgumentException where the value is missing */
    public static <T> T present(T value, String name) {
        if (value == null) throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    /** A copy that can't change, empty where there was none. */
    public static <T> List<T> listOf(List<T> values) {
        if (values == null) return List.of();
        if (values.stream().anyMatch(Objects::isNull)) throw new IllegalArgumentException("a list has an empty entry");
        return List.copyOf(values);
    }

    /** @throws IllegalArgumentException where the list is empty or too long */
    public static <T> List<T> someOf(List<T> values, int most, String name) {
        if (values == null || values.isEmpty()) throw new IllegalArgumentException(name + " is empty");
        if (values.size() > most) throw new IllegalArgumentException(name + " has at most " + most + " entries");
        if (values.stream().anyMatch(Objects::isNull)) throw new IllegalArgumentException(name + " has an empty entry");
        return List.copyOf(values);
    }

    /** @throws IllegalArgumentException where the text is missing, blank, too long or nothing that can be stored */
    public static String text(String value, int longest, String name) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(name + " is missing");
        if (value.length() > longest)
            throw new IllegalArgumentException(name + " has at most " + longest + " characters");
        if (!isStorable(value)) throw new IllegalArgumentException(name + " holds a character that can't be stored");
        return value;
    }

    /** No table has room for NUL, and half of a surrogate pair is no character: one such text would stop every reader. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /** No table reaches beyond years with four digits. @throws IllegalArgumentException where the date does; absent is allowed */
    public static LocalDate optionalDate(LocalDate date, String name) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999))
            throw new IllegalArgumentException(name + " has a year of four digits");
        return date;
    }

    /** As {@link #text}, where nothing at all is allowed too. */
    public static String optionalText(String value, int longest, String name) {
        return value == null ? null : text(value, longest, name);
    }
}
