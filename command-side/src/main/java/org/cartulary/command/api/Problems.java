package org.cartulary.command.api;

import java.io.IOException;
import java.util.List;
import org.cartulary.command.access.AccessRejection;
import org.cartulary.command.api.Problem.Violation;
import org.cartulary.command.engine.LedgerFailure;
import org.cartulary.command.engine.PostingUnstorable;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.CommandInFlight;
import org.cartulary.command.kernel.KeyReused;
import org.cartulary.command.kernel.LedgerBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Says what is wrong, in words that tell the caller what to do next, without repeating what was sent. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem refused(Answer answer) {
        return new Problem(
                Problem.typeOf(answer.code()),
                "The ledger refused the command",
                status(answer),
                answer.detail(),
                null,
                answer.code(),
                answer.ruleId(),
                null,
                answer.position());
    }

    /** Of an answer that is no acceptance: whether what was asked is impossible, or only not for the sender. */
    static int status(Answer refused) {
        return AccessRejection.isDenial(refused.code()) ? 403 : 422;
    }

    static Problem of(Exception failure) {
        return switch (failure) {
            case MalformedRequest malformed -> malformed.problem();
            case IOException unread -> unread();
            case JacksonIOException unread -> unread();
            case JacksonException malformed -> malformed(malformed);
            case IllegalArgumentException shape -> shape(Violations.of(shape));
            case CommandInFlight inFlight ->
                Problem.of(409, "COMMAND_IN_FLIGHT", "The command is being decided", inFlight.getMessage());
            case KeyReused reused ->
                Problem.of(422, "IDEMPOTENCY_KEY_REUSED", "The key was used for another command", reused.getMessage());
            case Overloaded overload ->
                Problem.of(
                        503, "LEDGER_OVERLOADED", "The ledger is asked for more than it can do", overload.getMessage());
            case LedgerBusy busy -> Problem.of(503, "LEDGER_BUSY", "Try again", busy.getMessage());
            case PostingUnstorable never ->
                Problem.of(422, never.code(), "The ledger can't store the command", never.getMessage());
            case LedgerFailure unavailable ->
                Problem.of(503, unavailable.code(), "The ledger could not store the command", unavailable.getMessage());
            default -> unexpected(failure);
        };
    }

    /** The client has gone, or was cut because it is too slow. That is no fault of the ledger's, and no line in its log. */
    private static Problem unread() {
        return Problem.of(
                408, "BODY_INCOMPLETE", "The body did not come", "it broke off, or came too slowly; send it again");
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
        return switch (malformed) {
            case StreamConstraintsException limit ->
                Problem.of(400, "JSON_LIMIT_EXCEEDED", "The body is beyond a limit", withoutJava(limit));
            case StreamReadException unreadable ->
                Problem.of(400, "MALFORMED_JSON", "The body is no JSON that can be read", where(unreadable));
            default -> shape(Violations.of(malformed));
        };
    }

    /** Which limit it is, without the method that sets it. */
    private static String withoutJava(StreamConstraintsException limit) {
        return limit.getOriginalMessage().replaceAll(",? from `[^`]*`", "");
    }

    /** Where, and not what: what was sent may be secret. */
    private static String where(JacksonException unreadable) {
        var location = unreadable.getLocation();
        var what = unreadable.getOriginalMessage().startsWith("Duplicate")
                ? "a member stands there twice"
                : "it can't be read";
        return location == null
                ? what
                : what + " beyond line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Problem shape(Violation violation) {
        return Problem.of(
                        400,
                        "MALFORMED_REQUEST",
                        "The request has not the shape that the API asks for",
                        violation.field().isEmpty()
                                ? violation.message()
                                : violation.field() + ": " + violation.message())
                .with(List.of(violation));
    }
}
