package org.cartulary.command.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Lets a command be decided, and records it in the same append as its events, whether it was accepted or refused. The
 * record's own stream makes a second execution impossible to store.
 */
final class CommandRecording {

    /** How far a channel's clock may be ahead of the ledger's. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Guard guard;

    CommandRecording(Guard guard) {
        this.guard = guard;
    }

    /** A refusal is recorded alone, whatever was recorded before it came. */
    void decide(Work work, Request request, Callable<?> handler) throws Exception {
        try {
            accept(work, request, handler);
        } catch (CommandRejected refusal) {
            work.undo();
            refuse(work, request, refusal);
        }
    }

    /** @throws CommandRejected where a rule refuses it; then a part of it may have been recorded, which is to be undone */
    void accept(Work work, Request request, Callable<?> handler) throws Exception {
        work.decides(request);
        int before = work.noted().size();
        requireLikelyTime(request.command(), work.now());
        var result = request.sender().guarded() ? guarded(work, request, handler) : handler.call();
        JsonNode decided = result == null ? null : CanonicalJson.MAPPER.valueToTree(result);
        work.begin(record(request, Outcome.ACCEPTED, work.noted().size() - before, null, decided));
    }

    /** The command's own events alone are its sender's doing; what the guard adds comes after them. */
    private Object guarded(Work work, Request request, Callable<?> handler) throws Exception {
        guard.requireAllowed(request);
        int before = work.noted().size();
        var result = handler.call();
        var noted = work.noted();
        guard.requireWithin(
                request,
                noted.subList(before, noted.size()).stream()
                        .map(Work.Noted::event)
                        .toList());
        return result;
    }

    void refuse(Work work, Request request, CommandRejected refusal) {
        work.decides(request);
        work.begin(record(request, Outcome.REFUSED, 0, refusal, null));
    }

    private static void requireLikelyTime(Command command, Instant now) {
        CommandRejected.require(
                !command.occurredAt().isBefore(Instant.EPOCH),
                LedgerRejection.OCCURRED_TOO_LONG_AGO,
                "occurredAt is before 1970");
        var latest = now.plus(CLOCK_TOLERANCE);
        CommandRejected.require(
                !command.occurredAt().isAfter(latest),
                LedgerRejection.OCCURRED_IN_THE_FUTURE,
                "occurredAt is ahead of the ledger's clock: " + command.occurredAt());
    }

    private static CommandRecorded record(
            Request request, Outcome outcome, int count, CommandRejected refusal, JsonNode result) {
        return new CommandRecorded(
                request.sender().client(),
                request.sender().key(),
                request.name(),
                request.digest(),
                outcome,
                count,
                refusal == null ? null : refusal.rejection().name(),
                refusal == null ? null : refusal.rejection().ruleId(),
                refusal == null ? null : refusal.getMessage(),
                request.sender().reason(),
                result,
                request.command().occurredAt());
    }
}
