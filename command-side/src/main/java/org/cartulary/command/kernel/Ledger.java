package org.cartulary.command.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cartulary.command.engine.AppendConflict;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.engine.LedgerUnavailable;

/**
 * Takes commands, and answers each exactly once: the first decision is stored with the command's record, and every
 * repetition is answered from there.
 */
public final class Ledger {

    /** A posting that loses against other nodes is decided again this often before the caller is asked to come back. */
    private static final int ATTEMPTS = 20;

    private final Decisions decisions;
    private final CommandRecords records;
    private final Function<Class<? extends Command>, String> names;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final RecentRecords recent = new RecentRecords();

    /** @param names the stable name of each command */
    Ledger(Decisions decisions, CommandRecords records, Function<Class<? extends Command>, String> names) {
        this.decisions = decisions;
        this.records = records;
        this.names = names;
    }

    /**
     * Decides a command, or answers what was decided when it came first.
     *
     * @throws CommandInFlight if the same key is being decided right now
     * @throws KeyReused if the key has answered another command
     * @throws LedgerBusy if other postings were stored first, again and again
     * @throws LedgerUnavailable if the database does not answer
     */
    public Answer submit(Sender sender, Command command) {
        return exclusively(List.of(request(sender, command))).getFirst();
    }

    /** Decides all of the commands in one append, or refuses all. Not for commands that need what another one begins. */
    public List<Answer> submitAtomically(List<Request> requests) {
        return exclusively(requests);
    }

    /** What would happen; nothing is stored, whatever the answer. */
    public Answer dryRun(Sender sender, Command command) {
        var decision = decisions.of(List.of(request(sender, command)), true);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++)
            try {
                return decision.dryAnswer();
            } catch (AppendConflict outrun) {
                decision.lookBefore();
            }
        throw LedgerBusy.outrun();
    }

    /** A member of an atomic batch. */
    public Request request(Sender sender, Command command) {
        return Request.of(sender, command, names.apply(command.getClass()));
    }

    private List<Answer> exclusively(List<Request> requests) {
        var taken = requests.stream().map(request -> request.sender().record()).toList();
        if (Set.copyOf(taken).size() < taken.size()) throw new KeyReused("a batch uses one key twice");
        int entered = 0;
        try {
            for (var record : taken) {
                if (!inFlight.add(record)) throw new CommandInFlight(record);
                entered++;
            }
            var first = recent.mayHold(taken) ? replay(requests) : Optional.<List<Answer>>empty();
            var answers = first.orElseGet(() -> decide(requests));
            recent.add(taken);
            return answers;
        } finally {
            inFlight.removeAll(taken.subList(0, entered));
        }
    }

    private List<Answer> decide(List<Request> requests) {
        var decision = decisions.of(requests, false);
        for (int attempt = 1; attempt <= ATTEMPTS; )
            try {
                return decision.answers();
            } catch (AppendConflict conflict) {
                if (isRecordOf(requests, conflict)) {
                    var replayed = replay(requests);
                    if (replayed.isPresent()) return replayed.get();
                }
                // What fell with a posting that failed has not lost to anybody: its deadline alone ends it.
                if (!conflict.isUndermined()) attempt++;
                decision.lookBefore();
            }
        throw LedgerBusy.outrun();
    }

    private static boolean isRecordOf(List<Request> requests, AppendConflict conflict) {
        return requests.stream().anyMatch(request -> request.sender().record().equals(conflict.stream()));
    }

    /** The first answers, if they stand already. */
    private Optional<List<Answer>> replay(List<Request> requests) {
        var records = requests.stream().map(this::recorded).toList();
        if (records.stream().noneMatch(Optional::isPresent)) return Optional.empty();
        if (!records.stream().allMatch(Optional::isPresent))
            throw new KeyReused("the batch repeats a key of an earlier command");
        return Optional.of(records.stream().map(Optional::get).toList());
    }

    private Optional<Answer> recorded(Request request) {
        var found = Reading.of(() -> records.find(request.sender().record()));
        if (found.isEmpty()) return Optional.empty();
        var first = found.get();
        if (!first.command().digest().equals(request.digest()))
            throw new KeyReused("the key " + request.sender().key() + " has answered another command");
        return Optional.of(Answer.of(first.command(), first.position(), true));
    }
}
