package org.cartulary.command.api;

import java.util.List;
import java.util.Locale;
import org.cartulary.events.MayBeAbsent;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable name of the kind of problem
 * @param code stable, to be read by programs
 * @param ruleId the rule of the rule book that refused; absent for problems of form
 * @param violations what is wrong where; absent where the whole is refused
 * @param position of the record of a refused command; absent where nothing was recorded
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @MayBeAbsent String instance,
        String code,
        @MayBeAbsent String ruleId,
        @MayBeAbsent List<Violation> violations,
        @MayBeAbsent Long position) {

    /**
     * One member that is wrong.
     *
     * @param field where it stands in the body, such as {@code lines[0].quantity}
     * @param message what it has to be
     */
    public record Violation(String field, String message) {}

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(typeOf(code), title, status, detail, null, code, null, null, null);
    }

    static String typeOf(String code) {
        return "urn:cartulary:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem at(String instance) {
        return new Problem(type, title, status, detail, instance, code, ruleId, violations, position);
    }

    /** Of a part of the request: its violations stand below that path. */
    Problem within(String path) {
        var below = violations == null
                ? List.of(new Violation(path, detail))
                : violations.stream()
                        .map(found -> new Violation(
                                found.field().isEmpty() ? path : path + "." + found.field(), found.message()))
                        .toList();
        return new Problem(type, title, status, path + ": " + detail, instance, code, ruleId, below, position);
    }

    Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, instance, code, ruleId, found, position);
    }
}
