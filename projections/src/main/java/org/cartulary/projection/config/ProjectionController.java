package org.cartulary.projection.config;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cartulary.projection.kernel.Digest;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus;
import org.cartulary.projection.kernel.UnknownProjectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the projections stand, what their rows come to, and how to make them anew. */
@RestController
@RequestMapping(path = "/v1/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@OnProjectionNode
@Tag(name = "Projections", description = "Where the read tables stand, and how to make them anew")
class ProjectionController {

    private static final String POSITION = "Ledger-Position";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String NAME = "The projection's name, such as `stock`";

    private final ProjectionAdmin projections;

    ProjectionController(ProjectionAdmin projections) {
        this.projections = projections;
    }

    /** What the API's description says of all of these. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is unknown (`UNKNOWN_PARAMETER`).",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = PROBLEM)))
    private @interface Strict {}

    /** What the API's description says of a path that names a projection. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "404",
            description = "There is no projection of that name (`UNKNOWN_PROJECTION`).",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = PROBLEM)))
    private @interface NamedProjection {}

    /** @param position up to which every projection holds the ledger */
    @Schema(name = "ProjectionStatuses")
    record Statuses(List<ProjectionStatus> items, long position) {}

    @GetMapping
    @Operation(
            operationId = "listProjections",
            summary = "Where each projection stands",
            description = "A projection that stands still says why. Ledger-Position is that of the slowest one.")
    @ApiResponse(
            responseCode = "200",
            description = "What holds at `Ledger-Position`.",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = POSITION,
                            description = "Up to which it holds.",
                            schema = @Schema(type = "integer", format = "int64")))
    @Strict
    ResponseEntity<Statuses> list() {
        var statuses = projections.statuses();
        long position = slowest(statuses);
        return at(position, new Statuses(statuses, position));
    }

    @GetMapping("/{name}/digest")
    @Operation(
            operationId = "getProjectionDigest",
            summary = "What all rows of a projection come to",
            description = "The same events give the same digest, also after a rebuild. It reads every row.")
    @ApiResponse(
            responseCode = "200",
            description = "What holds at `Ledger-Position`.",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = POSITION,
                            description = "Up to which it holds.",
                            schema = @Schema(type = "integer", format = "int64")))
    @Strict
    @NamedProjection
    ResponseEntity<Digest> digest(@Parameter(description = NAME) @PathVariable String name) {
        var digest = projections.digest(name);
        return at(digest.position(), digest);
    }

    /** Accepted, because it takes its time; {@link #list()} says how far it is. */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Makes the tables of a projection anew",
            description = "From the first event on, beside the tables that are read, which are replaced at the end."
                    + " Nothing happens where that is going on already.")
    @ApiResponse(
            responseCode = "202",
            description = "It has begun.",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = POSITION,
                            description = "Up to which it holds.",
                            schema = @Schema(type = "integer", format = "int64")))
    @Strict
    @NamedProjection
    ResponseEntity<ProjectionStatus> rebuild(@Parameter(description = NAME) @PathVariable String name) {
        var status = projections.rebuild(name);
        return ResponseEntity.accepted()
                .header(POSITION, Long.toString(status.position()))
                .body(status);
    }

    /** None of these has parameters: a mistyped one would change nothing, and nobody would know. */
    @ModelAttribute
    void refuseParameters(HttpServletRequest request) {
        if (!request.getParameterMap().isEmpty()) throw new UnknownParametersException(request.getParameterMap());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownProjectionException unknown) {
        return problem(HttpStatus.NOT_FOUND, "unknown-projection", "Unknown projection", unknown.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownParametersException unknown) {
        return problem(HttpStatus.BAD_REQUEST, "unknown-parameter", "Unknown query parameter", unknown.getMessage());
    }

    /** Without a position, since that can't be read either. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> unavailable() {
        var document = document(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "Database unavailable",
                "The database can't be reached. Ask again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(document);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String title, String detail) {
        return ResponseEntity.status(status)
                .header(POSITION, Long.toString(slowest(projections.statuses())))
                .body(document(status, code, title, detail));
    }

    private static ProblemDetail document(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:cartulary:problem:" + code));
        problem.setTitle(title);
        problem.setProperty("code", code.toUpperCase(Locale.ROOT).replace('-', '_'));
        return problem;
    }

    private static long slowest(List<ProjectionStatus> statuses) {
        return statuses.stream().mapToLong(ProjectionStatus::position).min().orElse(0);
    }

    private static final class UnknownParametersException extends RuntimeException {

        UnknownParametersException(Map<String, String[]> parameters) {
            super("Not known here: " + String.join(", ", new TreeSet<>(parameters.keySet())), null, false, false);
        }
    }

    private static <T> ResponseEntity<T> at(long position, T body) {
        return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(body);
    }
}
