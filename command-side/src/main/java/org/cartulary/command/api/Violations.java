package org.cartulary.command.api;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cartulary.command.api.Problem.Violation;
import org.cartulary.events.kernel.CardNumbers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Which field of a request is wrong, and what is wrong with it. The path comes from the JSON; where an object refuses its
 * fields as a whole, its words begin with the name of the one that is wrong.
 */
final class Violations {

    private static final Pattern NAMED =
            Pattern.compile("([a-z][A-Za-z]*(?:\\[])?(?:\\.[a-z][A-Za-z]*)*|[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+)"
                    + " (?:is|has|holds|names|counts|and) .*");

    private Violations() {}

    static Violation of(JacksonException malformed) {
        return of(path(malformed), message(malformed));
    }

    static Violation of(IllegalArgumentException shape) {
        return of("", shape.getMessage() == null ? "can't be read" : shape.getMessage());
    }

    private static Violation of(String path, String message) {
        var field = within(path, message);
        if (CardNumbers.isIn(field) || CardNumbers.isIn(message)) return new Violation("", "it holds a card number");
        return new Violation(field, message);
    }

    private static String within(String path, String message) {
        var named = NAMED.matcher(message);
        if (!named.matches()) return path;
        var name = named.group(1);
        if (path.isEmpty()) return name;
        var last = name.substring(name.lastIndexOf('.') + 1);
        return path.equals(last) || path.endsWith("." + last) ? path : path + "." + last;
    }

    private static String message(JacksonException malformed) {
        var cause = malformed.getCause();
        if (cause instanceof IllegalArgumentException shape && shape.getMessage() != null) return shape.getMessage();
        var said = malformed.getOriginalMessage();
        if (said.startsWith("Missing required creator property")) return missing(said);
        int details = said.indexOf(" (class ");
        return details < 0 ? withoutJava(said) : said.substring(0, details);
    }

    private static String missing(String said) {
        return said.replaceFirst("^[^']*'([^']*)'.*", "$1 is missing");
    }

    /** Jackson names Java classes, which say nothing to a caller. */
    private static String withoutJava(String said) {
        if (said.startsWith("Trailing token")) return "something stands behind the end of the body";
        return said.startsWith("Cannot ") || said.contains("`") ? "can't be read as what is expected here" : said;
    }

    private static String path(JacksonException malformed) {
        if (!(malformed instanceof DatabindException databind)) return "";
        return databind.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
