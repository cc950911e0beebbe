package org.cartulary.query.kernel;

import java.util.List;

/** A read that can't be answered. It is an answer, not a failure: it carries a stable code, and costs no stack trace. */
public final class Refused extends RuntimeException {

    /** What is wrong with one parameter. */
    public record Violation(String field, String message) {}

    private final ReadProblem problem;
    private final List<Violation> violations;
    private final Long position;

    public Refused(ReadProblem problem, String detail) {
        this(problem, detail, List.of(), null);
    }

    Refused(ReadProblem problem, String detail, List<Violation> violations, Long position) {
        super(detail, null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.position = position;
    }

    public static Refused notFound(String what) {
        return new Refused(ReadProblem.NOT_FOUND, "There is no " + what + ".");
    }

    public static Refused invalid(String field, String message) {
        return new Refused(
                ReadProblem.INVALID_PARAMETER,
                field + " " + message + ".",
                List.of(new Violation(field, message)),
                null);
    }

    /** The same, said at a position: what isn't found there may come later. */
    Refused at(long position) {
        return new Refused(problem, getMessage(), violations, position);
    }

    ReadProblem problem() {
        return problem;
    }

    List<Violation> violations() {
        return violations;
    }

    /** Where it holds; null where nothing was read. */
    Long position() {
        return position;
    }
}
