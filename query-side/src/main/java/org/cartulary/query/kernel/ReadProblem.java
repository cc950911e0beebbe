package org.cartulary.query.kernel;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a read is refused. The names are stable codes: callers may decide by them. */
public enum ReadProblem {
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "Unknown query parameter"),
    MISSING_PARAMETER(HttpStatus.BAD_REQUEST, "Missing query parameter"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "Invalid parameter"),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "Invalid cursor"),
    NOT_IN_SIGHT(HttpStatus.FORBIDDEN, "Not in sight"),
    PERSONAL_DATA(HttpStatus.FORBIDDEN, "Personal data"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    POSITION_NOT_REACHED(HttpStatus.SERVICE_UNAVAILABLE, "Position not reached"),
    PROJECTION_NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "Projection not ready"),
    EVENT_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE, "Unknown event"),
    STREAMS_OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams"),
    READS_OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many reads"),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Database unavailable"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "Unexpected failure");

    private final HttpStatus status;
    private final String title;

    ReadProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem's type as RFC 9457 wants it: a URI that names it, and resolves to nothing. */
    public String type() {
        return "urn:cartulary:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
