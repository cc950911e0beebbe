package org.cartulary.query.kernel;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers refused reads as problem documents (RFC 9457) with a stable code. It comes before Spring's own advice, whose
 * documents have neither code nor position.
 */
@RestControllerAdvice(basePackages = "org.cartulary.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    /** Or no such column: the tables of an earlier version stand until they are built anew. */
    private static final List<String> NO_SUCH_TABLE_OR_SCHEMA = List.of("42P01", "3F000", "42703");

    private static final String CONNECTION_FAILURES = "08";
    private static final String SERVER_IS_STOPPING = "57P";
    /** Ours, and no fault of the caller's, though of the same class as his. */
    private static final String SUM_TOO_LARGE = "22003";

    private static final String VALUES_NOT_STORABLE = "22";

    private final Positions positions;

    Problems(Positions positions) {
        this.positions = positions;
    }

    /** What a read answers, or why it does not. */
    ResponseEntity<?> answered(Supplier<ResponseEntity<?>> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            return refused(refused);
        } catch (DataAccessException failure) {
            return failed(failure);
        } catch (TransactionException failure) {
            return failed(failure);
        } catch (RuntimeException failure) {
            return unexpected(failure);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return answer(refused, position(refused));
    }

    private static ResponseEntity<ProblemDetail> answer(Refused refused, Long position) {
        var document = ProblemDetail.forStatusAndDetail(refused.problem().status(), refused.getMessage());
        document.setType(URI.create(refused.problem().type()));
        document.setTitle(refused.problem().title());
        document.setProperty("code", refused.problem().name());
        if (!refused.violations().isEmpty()) document.setProperty("violations", refused.violations());
        return ResponseEntity.status(refused.problem().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers(refused, position))
                .body(document);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        var name = missing.getParameterName();
        return refused(new Refused(
                ReadProblem.MISSING_PARAMETER,
                name + " is missing.",
                List.of(new Refused.Violation(name, "is missing")),
                null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MethodArgumentTypeMismatchException malformed) {
        return refused(Refused.invalid(malformed.getName(), expectation(malformed)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(BindException malformed) {
        var violations = malformed.getFieldErrors().stream()
                .map(error -> new Refused.Violation(error.getField(), expectation(error)))
                .toList();
        var detail = violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(Collectors.joining("; ", "", "."));
        return refused(new Refused(ReadProblem.INVALID_PARAMETER, detail, violations, null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(DataAccessException failure) {
        if (NO_SUCH_TABLE_OR_SCHEMA.contains(state(failure)))
            return refused(new Refused(
                    ReadProblem.PROJECTION_NOT_READY, "The projection has not been built yet. Ask again shortly."));
        if (state(failure).equals(SUM_TOO_LARGE)) return unexpected(failure);
        if (state(failure).startsWith(VALUES_NOT_STORABLE))
            return refused(new Refused(
                    ReadProblem.INVALID_PARAMETER, "A parameter has a value that no event could hold, such as a NUL."));
        if (failure instanceof DataAccessResourceFailureException
                || state(failure).startsWith(CONNECTION_FAILURES)
                || state(failure).startsWith(SERVER_IS_STOPPING)
                || failure.getCause() == null) return unavailable(failure);
        return unexpected(failure);
    }

    /** In which nothing was read: no transaction could be begun. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(TransactionException failure) {
        return unavailable(failure);
    }

    /** Without asking for a position, which would wait for the same database again. */
    private static ResponseEntity<ProblemDetail> unavailable(NestedRuntimeException failure) {
        LOG.warn(
                "The database can't be reached: {}",
                failure.getMostSpecificCause().getMessage());
        return answer(new Refused(ReadProblem.DATABASE_UNAVAILABLE, "The database can't be reached. Ask again."), null);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
        LOG.error("A read failed", failure);
        return refused(new Refused(ReadProblem.UNEXPECTED, "The read failed; the service's log says why."));
    }

    private static HttpHeaders headers(Refused refused, Long position) {
        var headers = new HttpHeaders();
        if (position != null) headers.set(At.HEADER, Long.toString(position));
        if (refused.problem().status() == HttpStatus.SERVICE_UNAVAILABLE)
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return headers;
    }

    /** Where nothing was read, the ledger's own position; none where even that can't be read. */
    private Long position(Refused refused) {
        if (refused.position() != null) return refused.position();
        try {
            return positions.head();
        } catch (RuntimeException unavailable) {
            return null;
        }
    }

    private static String expectation(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? expectation(error.unwrap(TypeMismatchException.class))
                : "is malformed";
    }

    private static String expectation(TypeMismatchException malformed) {
        for (Throwable cause = malformed.getCause(); cause != null; cause = cause.getCause())
            if (isSaidByValueType(cause)) return "can't be read: " + cause.getMessage();
        var type = malformed.getRequiredType();
        if (type == null) return "is malformed";
        if (type.isEnum()) return "is one of " + List.of(type.getEnumConstants());
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "is a date such as 2026-03-01";
            case "Instant" -> "is a time such as 2026-03-01T12:00:00Z";
            case "Long", "long", "Integer", "int" -> "is a whole number";
            case "Boolean", "boolean" -> "is true or false";
            default -> "is malformed";
        };
    }

    /** Our value types say in plain words what they want. */
    private static boolean isSaidByValueType(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.cartulary.");
    }

    private static String state(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }
}
