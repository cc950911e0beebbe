package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;

/** Takes one command from HTTP to the ledger and its answer back. */
final class CommandApi {

    private static final long RETRY_AFTER_SECONDS = 1;

    private final GuardedLedger ledger;
    private final RequestBodies bodies;
    private final Admission admission;
    private final MeterRegistry meters;
    private final AtomicLong latest;

    /** @param head the ledger's last position at the start */
    CommandApi(GuardedLedger ledger, RequestBodies bodies, Admission admission, MeterRegistry meters, long head) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.admission = admission;
        this.meters = meters;
        this.latest = new AtomicLong(head);
    }

    Reply submit(HttpServletRequest request, Class<? extends Command> type) {
        return answering(request, () -> {
            boolean dryRun = Caller.isDryRun(request);
            var sender = sender(request, dryRun);
            admission.requireRoom();
            var command = bodies.command(request, type);
            return admission.admitted(() -> dryRun
                    ? respond(200, WouldHappen.of(ledger.dryRun(sender, command)))
                    : answered(request, sender, ledger.submit(sender, command)));
        });
    }

    private static Sender sender(HttpServletRequest request, boolean dryRun) {
        var key = Caller.key(request);
        if (key == null && !dryRun)
            throw Caller.keyMissing("send a header Idempotency-Key that names this command for ever, such as a UUID");
        return Caller.sender(request, key == null ? "dry-run" : key);
    }

    /** Whatever fails within becomes a problem document. */
    Reply answering(HttpServletRequest request, Callable<Reply> work) {
        try {
            RequestBodies.requireJson(request);
            return work.call();
        } catch (Exception failure) {
            return problem(request, Problems.of(failure));
        }
    }

    private Reply answered(HttpServletRequest request, Sender sender, Answer answer) {
        noteLatest(answer);
        var reply = answer.isAccepted()
                ? Reply.of(200, answer.position(), Accepted.of(sender, answer))
                : Reply.of(Problems.status(answer), answer.position(), problemOf(request, answer));
        return reply.replayed(answer.replayed());
    }

    static Problem problemOf(HttpServletRequest request, Answer answer) {
        return Problems.refused(answer).at(request.getRequestURI());
    }

    private Reply problem(HttpServletRequest request, Problem problem) {
        count(problem);
        return respond(problem.status(), problem.at(request.getRequestURI())).after(retryAfterSeconds(problem));
    }

    private static long retryAfterSeconds(Problem problem) {
        return switch (problem.status()) {
            case 409, 503 -> RETRY_AFTER_SECONDS;
            case 429 -> Guesses.SECONDS_PER_GUESS;
            default -> 0;
        };
    }

    void count(Problem problem) {
        meters.counter("cartulary.requests.refused", "code", problem.code()).increment();
    }

    /** An answer that records nothing carries the last position that is known here. */
    Reply respond(int status, Object body) {
        return Reply.of(status, latest.get(), body);
    }

    /** The last position that is known here. */
    long latest() {
        return latest.get();
    }

    void noteLatest(Answer answer) {
        latest.accumulateAndGet(answer.position(), Math::max);
    }
}
