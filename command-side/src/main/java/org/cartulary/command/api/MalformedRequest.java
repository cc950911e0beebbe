package org.cartulary.command.api;

/** A request that can't be understood. It is answered and counted, and leaves no record. */
final class MalformedRequest extends RuntimeException {

    private final transient Problem problem;

    MalformedRequest(int status, String code, String title, String detail) {
        this(Problem.of(status, code, title, detail));
    }

    MalformedRequest(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
