package org.cartulary.command.api;

import java.util.List;
import java.util.stream.Collectors;
import org.cartulary.command.api.Problem.Violation;
import org.cartulary.command.engine.LedgerFailure;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.CommandInFlight;
import org.cartulary.command.kernel.KeyReused;
import org.cartulary.command.kernel.LedgerBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Says what is wrong, in words that tell the caller what to do next, without repeating what was sent. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem refused(Answer answer) {
        return new Problem(
                Problem.typeOf(answer.code()),
                "The ledger refused the command",
                422,
                answer.detail(),
                null,
                answer.code(),
                answer.ruleId(),
                null,
                answer.position());
    }

    static Problem of(Exception failure) {
        return switch (failure) {
            case MalformedRequest malformed -> malformed.problem();
            case JacksonException malformed -> malformed(malformed);
            case IllegalArgumentException shape -> shape("", shape.getMessage());
            case CommandInFlight inFlight ->
                Problem.of(409, "COMMAND_IN_FLIGHT", "The command is being decided", inFlight.getMessage());
            case KeyReused reused ->
                Problem.of(422, "IDEMPOTENCY_KEY_REUSED", "The key was used for another command", reused.getMessage());
            case LedgerBusy busy -> Problem.of(503, "LEDGER_BUSY", "Try again", busy.getMessage());
            case LedgerFailure unavailable ->
                Problem.of(503, unavailable.code(), "The ledger could not store the command", unavailable.getMessage());
            default -> unexpected(failure);
        };
    }

    private static Problem unexpected(Exception failure) {
        LOG.error("a command failed unexpectedly", failure);
        return Problem.of(
                500,
                "INTERNAL_ERROR",
                "The ledger failed",
                "the log of the service tells why; send the command again with the same key to learn its outcome");
    }

    private static Problem malformed(JacksonException malformed) {
        if (malformed instanceof StreamReadException)
            return Problem.of(
                    400, "MALFORMED_JSON", "The body is no JSON that can be read", malformed.getOriginalMessage());
        return shape(path(malformed), message(malformed));
    }

    private static String message(JacksonException malformed) {
        var cause = malformed.getCause();
        if (cause instanceof IllegalArgumentException shape && shape.getMessage() != null) return shape.getMessage();
        var said = malformed.getOriginalMessage();
        int details = said.indexOf(" (class ");
        return details < 0 ? withoutJava(said) : said.substring(0, details);
    }

    /** Jackson names Java classes, which say nothing to a caller. */
    private static String withoutJava(String said) {
        return said.startsWith("Cannot ") ? "can't be read as what is expected here" : said;
    }

    private static String path(JacksonException malformed) {
        if (!(malformed instanceof DatabindException databind)) return "";
        return databind.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Problem shape(String field, String message) {
        return Problem.of(
                        400,
                        "MALFORMED_REQUEST",
                        "The request has not the shape that the API asks for",
                        message + (field.isEmpty() ? "" : " (" + field + ")"))
                .with(List.of(new Violation(field, message)));
    }
}
