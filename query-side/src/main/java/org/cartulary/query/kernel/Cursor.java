package org.cartulary.query.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a page ended: the key of its last row, not a row count, so that rows that come or go before it move nothing. It is
 * opaque to callers and bound to the query that made it.
 *
 * @param keys the values of the columns that order the list
 */
public record Cursor(List<String> keys) {

    private static final int BINDING_BYTES = 8;
    private static final String DAMAGED = "it is damaged";
    private static final String SEPARATOR = "\u001f";

    static Cursor at(List<?> keys) {
        return new Cursor(keys.stream().map(String::valueOf).toList());
    }

    /** @param query all that decides which rows are listed, and in which order */
    String encode(String query) {
        var key = keys.stream().collect(Collectors.joining(SEPARATOR)).getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(BINDING_BYTES + key.length)
                .put(binding(query))
                .put(key)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Refused if it is damaged, or if another query made it */
    static Cursor decode(String text, String query) {
        var bytes = bytes(text);
        if (bytes.length < BINDING_BYTES || !Arrays.equals(binding(query), Arrays.copyOf(bytes, BINDING_BYTES)))
            throw invalid("it was made by another query");
        var key = new String(bytes, BINDING_BYTES, bytes.length - BINDING_BYTES, UTF_8);
        if (key.indexOf(0) >= 0 || key.indexOf('\ufffd') >= 0) throw invalid(DAMAGED);
        return new Cursor(List.of(key.split(SEPARATOR, -1)));
    }

    /** One of the keys. */
    public String text(int index) {
        if (index >= keys.size()) throw invalid(DAMAGED);
        return keys.get(index);
    }

    /** One of the keys as a number. */
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException madeUp) {
            throw invalid(DAMAGED);
        }
    }

    /** One of the keys as a day. */
    public LocalDate day(int index) {
        try {
            return LocalDate.parse(text(index));
        } catch (DateTimeParseException madeUp) {
            throw invalid(DAMAGED);
        }
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw invalid(DAMAGED);
        }
    }

    private static Refused invalid(String why) {
        return new Refused(
                ReadProblem.INVALID_CURSOR,
                "The cursor can't be used here: " + why
                        + ". Send the `next` of the page before with the same filters.");
    }

    private static byte[] binding(String query) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(query.getBytes(UTF_8)), BINDING_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
