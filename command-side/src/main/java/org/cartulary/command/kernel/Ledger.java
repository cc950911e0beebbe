package org.cartulary.command.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MetaData;
import org.cartulary.command.engine.AppendConflict;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.engine.LedgerUnavailable;

/**
 * Takes commands, and answers each exactly once: the first decision is stored with the command's record, and every
 * repetition is answered from there.
 */
public final class Ledger {

    /** A posting that loses against others is decided again this often before the caller is asked to come back. */
    private static final int ATTEMPTS = 20;

    private final CommandBus bus;
    private final CommandRecords records;
    private final Function<Class<? extends Command>, String> names;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** @param names the stable name of each command */
    public Ledger(CommandBus bus, CommandRecords records, Function<Class<? extends Command>, String> names) {
        this.bus = bus;
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
        var metaData =
                MetaData.with(UnitsOfWork.REQUEST, request(sender, command)).and(UnitsOfWork.DRY_RUN, true);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var result = dispatch(command, metaData);
            var failure = result.exceptionResult();
            if (failure instanceof DryRun dry) return dry.answer();
            if (!mayBeDecidedAgain(failure)) throw failure(result);
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
            return decide(requests);
        } finally {
            inFlight.removeAll(taken.subList(0, entered));
        }
    }

    private List<Answer> decide(List<Request> requests) {
        var work = requests.size() == 1 ? requests.getFirst().command() : new AtomicBatch(requests, null);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var result = dispatch(work, metaData(requests, attempt));
            if (!result.isExceptional()) return ((Decided) result.getPayload()).answers();
            var failure = result.exceptionResult();
            if (failure instanceof BatchRefused refused) work = new AtomicBatch(requests, refused);
            else if (failure instanceof RefusedHalfway halfway) work = new AtomicBatch(requests, halfway.asBatch());
            else if (failure instanceof AppendConflict conflict) {
                var replayed = replay(requests, conflict.stream());
                if (replayed.isPresent()) return replayed.get();
            } else if (!mayBeDecidedAgain(failure)) throw failure(result);
        }
        throw LedgerBusy.outrun();
    }

    private static boolean mayBeDecidedAgain(Throwable failure) {
        return failure instanceof MemoryOutdated || failure instanceof DeadlockException;
    }

    private static MetaData metaData(List<Request> requests, int attempt) {
        return Attempt.metaData(attempt).and(UnitsOfWork.REQUEST, requests.getFirst());
    }

    private CommandResultMessage<?> dispatch(Command work, MetaData metaData) {
        var answer = new AtomicReference<CommandResultMessage<?>>();
        bus.dispatch(new GenericCommandMessage<>(work, metaData), (message, result) -> answer.set(result));
        return answer.get();
    }

    /** The first answers, if the append was refused because they stand already; empty if something else stood in the way. */
    private Optional<List<Answer>> replay(List<Request> requests, String conflicting) {
        boolean own =
                requests.stream().anyMatch(request -> request.sender().record().equals(conflicting));
        return own ? Optional.of(requests.stream().map(this::firstAnswer).toList()) : Optional.empty();
    }

    private Answer firstAnswer(Request request) {
        var first = Reading.of(() -> records.find(request.sender().record()))
                .orElseThrow(() -> new KeyReused("the batch repeats a key of an earlier command"));
        if (!first.command().digest().equals(request.digest()))
            throw new KeyReused("the key " + request.sender().key() + " has answered another command");
        return Answer.of(first.command(), first.position(), true);
    }

    private static RuntimeException failure(CommandResultMessage<?> result) {
        var failure = result.exceptionResult();
        if (failure instanceof LockAcquisitionFailedException) return LedgerBusy.queued();
        return Reading.failure(failure instanceof RuntimeException known ? known : new IllegalStateException(failure));
    }
}
