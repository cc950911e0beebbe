package org.cartulary.command.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.cartulary.command.api.BulkBody.Entry;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.MayBeAbsent;

/**
 * Takes up to 1,000 commands at once: each for itself in their order, each for itself side by side, or all in one append.
 * Every command has its own key and its own outcome. Where it is known in time that the batch is no single append, commands
 * are decided while the next ones are still being read, and answered while others are being decided.
 */
final class BulkApi {

    private final CommandApi commands;
    private final GuardedLedger ledger;
    private final RequestBodies bodies;
    private final Admission admission;

    BulkApi(CommandApi commands, GuardedLedger ledger, RequestBodies bodies, Admission admission) {
        this.commands = commands;
        this.ledger = ledger;
        this.bodies = bodies;
        this.admission = admission;
    }

    /**
     * What became of one command of a batch: the answer or the problem that it would have got alone.
     *
     * @param key the command's idempotency key
     * @param status the HTTP status that the command would have been answered with alone
     */
    record Outcome(
            @MayBeAbsent String key,
            int status,
            @MayBeAbsent Accepted accepted,
            @MayBeAbsent Problem problem) {

        boolean isAccepted() {
            return status == 200;
        }

        boolean isRefused() {
            return problem != null && problem.position() != null;
        }
    }

    /**
     * What became of a batch, in the order in which it was sent.
     *
     * @param accepted how many commands were accepted
     * @param refused how many were refused by a rule, which is recorded
     * @param failed how many could not be decided, which is not recorded: they may be sent again
     * @param position the last that is known when all are decided: read with it, and see what they did
     * @param stopped why the body could not be read beyond the items that are there; the rest was not looked at
     */
    record Outcomes(
            boolean atomic,
            List<Outcome> items,
            int accepted,
            int refused,
            int failed,
            long position,
            @MayBeAbsent Problem stopped) {}

    /** Whose commands they are, and what was asked. */
    private record Batch(String address, Sender as, Charge charge) {

        Sender sender(String key) {
            if (key == null) throw Caller.keyMissing("give each of the commands a key of its own");
            return new Sender(as.client(), key, as.actor(), as.device(), as.channel(), as.reason());
        }
    }

    void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = new BulkAnswer(response);
        var reply = commands.answering(request, () -> {
            Caller.requireKnownParameters(request, Set.of());
            var batch = new Batch(request.getRequestURI(), Caller.sender(request, "batch"), Charge.of(request));
            return admission.admittedBatch(() -> answered(batch, request, answer));
        });
        if (reply == null) answer.finish();
        else reply.writeTo(response);
    }

    /** Null where the answer is being written already. */
    private Reply answered(Batch batch, HttpServletRequest request, BulkAnswer answer) throws Exception {
        try (var body = bodies.bulk(request)) {
            body.open();
            if (body.isStream()) return stream(batch, body, answer);
            var entries = new ArrayList<Entry>();
            for (var entry = body.next(); entry != null; entry = body.next()) entries.add(entry);
            batch.charge().take(entries.size() - 1L);
            var outcomes = body.isAtomic() ? atomicInTurn(batch, entries) : each(batch, entries, body.isParallel());
            return commands.respond(200, BulkAnswer.whole(body.isAtomic(), outcomes, commands.latest()));
        }
    }

    /** What can't be read before anything was decided is answered as for any other request. */
    private Reply stream(Batch batch, BulkBody body, BulkAnswer answer) {
        var entry = body.next();
        answer.begin();
        Problem stopped = null;
        try {
            while (entry != null && answer.isWanted()) {
                answer.add(begun(batch, entry, body.isParallel()));
                entry = body.next();
                if (entry != null) batch.charge().take(1);
            }
        } catch (RuntimeException unreadable) {
            stopped = Problems.of(unreadable);
            commands.count(stopped);
        } finally {
            answer.end(commands::latest, stopped == null ? null : stopped.at(batch.address()));
        }
        return null;
    }

    private List<Outcome> each(Batch batch, List<Entry> entries, boolean parallel) {
        var running = new ArrayList<Future<Outcome>>();
        for (var entry : entries) running.add(begun(batch, entry, parallel));
        return running.stream().map(BulkAnswer::decided).toList();
    }

    /** A command that is decided, or is being decided beside the next ones. */
    private Future<Outcome> begun(Batch batch, Entry entry, boolean parallel) {
        admission.turn();
        var work = new FutureTask<>(() -> {
            try {
                return one(batch, entry);
            } finally {
                admission.done();
            }
        });
        if (parallel) Thread.startVirtualThread(work);
        else work.run();
        return work;
    }

    private Outcome one(Batch batch, Entry entry) {
        try {
            var sender = batch.sender(entry.key());
            return outcome(batch, sender, ledger.submit(sender, entry.readable()));
        } catch (Exception failure) {
            var problem = Problems.of(failure);
            commands.count(problem);
            return new Outcome(entry.key(), problem.status(), null, problem.at(batch.address()));
        }
    }

    private List<Outcome> atomicInTurn(Batch batch, List<Entry> entries) {
        admission.turn(entries.size());
        try {
            return atomic(batch, entries);
        } finally {
            admission.done(entries.size());
        }
    }

    private List<Outcome> atomic(Batch batch, List<Entry> entries) {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < entries.size(); i++) requests.add(member(batch, entries.get(i), i));
        var answers = ledger.submitAtomically(requests);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < answers.size(); i++)
            outcomes.add(outcome(batch, requests.get(i).sender(), answers.get(i)));
        return outcomes;
    }

    private Request member(Batch batch, Entry entry, int index) {
        try {
            return ledger.request(batch.sender(entry.key()), entry.readable());
        } catch (Exception malformed) {
            throw new MalformedRequest(Problems.of(malformed).within("commands[" + index + "]"));
        }
    }

    private Outcome outcome(Batch batch, Sender sender, Answer answer) {
        commands.noteLatest(answer);
        return answer.isAccepted()
                ? new Outcome(sender.key(), 200, Accepted.of(sender, answer), null)
                : new Outcome(
                        sender.key(),
                        Problems.status(answer),
                        null,
                        Problems.refused(answer).at(batch.address()));
    }
}
