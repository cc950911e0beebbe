package org.cartulary.command.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.command.engine.LedgerEventStore;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Lets a command be decided, and records it in the same append as its events, whether it was accepted or refused. The
 * record's own stream makes a second execution impossible to store.
 */
final class CommandRecording implements CorrelationDataProvider {

    /** How far a channel's clock may be ahead of the ledger's. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final String REQUEST = CommandRecording.class.getName();

    private final LedgerEventStore store;
    private final Clock clock;

    CommandRecording(LedgerEventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the record of the command, accepted or refused */
    CommandRecorded decide(Request request, Callable<?> handler) throws Exception {
        try {
            return acceptedOrRejected(request, handler);
        } catch (CommandRejected refusal) {
            return refused(request, refusal);
        }
    }

    /**
     * @return the record of the accepted command
     * @throws CommandRejected where a rule refuses it; then nothing is recorded
     * @throws RefusedHalfway where a rule refuses it after a part of it was recorded, which must be undone
     */
    CommandRecorded acceptedOrRejected(Request request, Callable<?> handler) throws Exception {
        CurrentUnitOfWork.get().root().resources().put(REQUEST, request);
        var premises = Premises.current();
        int before = Recording.events().size();
        var now = Moment.begin(clock);
        try {
            requireLikelyTime(request.command(), now);
            var result = handler.call();
            if (UnitsOfWork.isDryRun(CurrentUnitOfWork.get())) premises.requireLoaded(store);
            else premises.requireUnwritten(store);
            return accepted(request, Recording.events().size() - before, result);
        } catch (CommandRejected refusal) {
            premises.requireAll(store);
            if (Recording.events().size() != before) throw new RefusedHalfway(refusal);
            throw refusal;
        }
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

    private CommandRecorded accepted(Request request, int events, Object result) {
        JsonNode decided = result == null ? null : CanonicalJson.MAPPER.valueToTree(result);
        return record(request, Outcome.ACCEPTED, events, null, decided);
    }

    /** Records a refusal alone, for instance of every member of a batch. */
    CommandRecorded refused(Request request, CommandRejected refusal) {
        CurrentUnitOfWork.get().root().resources().put(REQUEST, request);
        return record(request, Outcome.REFUSED, 0, refusal, null);
    }

    private CommandRecorded record(
            Request request, Outcome outcome, int count, CommandRejected refusal, JsonNode result) {
        var record = new CommandRecorded(
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
        Recording.note(record);
        Recording.first(store, record);
        return record;
    }

    static List<CommandRecorded> recordsOfThisWork() {
        var records = new ArrayList<CommandRecorded>();
        for (var event : Recording.events()) if (event instanceof CommandRecorded record) records.add(record);
        return records;
    }

    /** Every event tells which command caused it, and who sent that. */
    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Request request = CurrentUnitOfWork.get().root().getResource(REQUEST);
        var who = new HashMap<String, String>();
        if (request == null) return who;
        var sender = request.sender();
        who.put("command", sender.record());
        if (sender.actor() != null) who.put("actor", sender.actor());
        if (sender.channel() != null) who.put("channel", sender.channel());
        if (sender.device() != null) who.put("device", sender.device());
        return who;
    }
}
