package org.cartulary.projection.config;

import java.net.URI;
import java.util.List;
import org.cartulary.projection.kernel.Digest;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus;
import org.cartulary.projection.kernel.UnknownProjectionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the projections stand, what their rows come to, and how to make them anew. */
@RestController
@RequestMapping("/v1/projections")
@OnProjectionNode
class ProjectionController {

    private static final String POSITION = "Ledger-Position";

    private final ProjectionAdmin projections;

    ProjectionController(ProjectionAdmin projections) {
        this.projections = projections;
    }

    /** @param position up to which every projection holds the ledger */
    record Statuses(List<ProjectionStatus> items, long position) {}

    @GetMapping
    ResponseEntity<Statuses> list() {
        var statuses = projections.statuses();
        long position =
                statuses.stream().mapToLong(ProjectionStatus::position).min().orElse(0);
        return at(position, new Statuses(statuses, position));
    }

    @GetMapping("/{name}/digest")
    ResponseEntity<Digest> digest(@PathVariable String name) {
        var digest = projections.digest(name);
        return at(digest.position(), digest);
    }

    /** Accepted, because it takes its time; {@link #list()} says how far it is. */
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String name) {
        var status = projections.rebuild(name);
        return ResponseEntity.accepted()
                .header(POSITION, Long.toString(status.position()))
                .body(status);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownProjectionException unknown) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
        problem.setType(URI.create("urn:cartulary:problem:unknown-projection"));
        problem.setProperty("code", "UNKNOWN_PROJECTION");
        return problem;
    }

    private static <T> ResponseEntity<T> at(long position, T body) {
        return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(body);
    }
}
