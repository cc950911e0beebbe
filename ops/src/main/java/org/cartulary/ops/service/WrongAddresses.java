package org.cartulary.ops.service;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.engine.CommandRecords;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Requests that reach no endpoint are answered as all others are: a problem document with a code, and a position. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongAddresses {

    private final CommandRecords ledger;

    WrongAddresses(CommandRecords ledger) {
        this.ledger = ledger;
    }

    /** Where commands are sent there is something, if only for a POST. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(NoResourceFoundException nothing, HttpServletRequest request) {
        return CommandEndpoints.isAt(request.getRequestURI())
                ? notAllowed(Set.of(HttpMethod.POST))
                : problem(HttpStatus.NOT_FOUND, "there is nothing at this address", new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(HttpRequestMethodNotSupportedException other) {
        return notAllowed(other.getSupportedHttpMethods());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException other) {
        return problem(
                HttpStatus.NOT_ACCEPTABLE, "it can be had as " + other.getSupportedMediaTypes(), new HttpHeaders());
    }

    private ResponseEntity<ProblemDetail> notAllowed(Set<HttpMethod> supported) {
        var headers = new HttpHeaders();
        headers.setAllow(supported);
        return problem(HttpStatus.METHOD_NOT_ALLOWED, "this address takes " + headers.getFirst("Allow"), headers);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail, HttpHeaders headers) {
        var document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create("urn:cartulary:problem:"
                + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        document.setProperty("code", status.name());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        addPosition(headers);
        return ResponseEntity.status(status).headers(headers).body(document);
    }

    /** None where even that can't be read. */
    private void addPosition(HttpHeaders headers) {
        try {
            headers.set("Ledger-Position", Long.toString(ledger.head()));
        } catch (DataAccessException unavailable) {
            headers.remove("Ledger-Position");
        }
    }
}
