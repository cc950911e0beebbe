package org.cartulary.command.kernel;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.cartulary.command.engine.GroupCommit;

/** Lets commands be decided on the bus, and waits until what they decided is durable. */
final class Decisions {

    /** Others may overtake a decision this often; then nobody enters anything until it is taken. */
    private static final int OVERTAKEN = 3;

    private final CommandBus bus;
    private final GroupCommit commits;

    Decisions(CommandBus bus, GroupCommit commits) {
        this.bus = bus;
        this.commits = commits;
    }

    Decision of(List<Request> requests, boolean dry) {
        var work = requests.size() == 1 ? requests.getFirst().command() : new AtomicBatch(requests);
        return new Decision(work, requests.getFirst(), dry, commits.deadline());
    }

    /** One command or batch on its way to its answer. */
    final class Decision {

        private final Command work;
        private final Request request;
        private final boolean dry;
        private final long deadline;
        private boolean looks;

        private Decision(Command work, Request request, boolean dry, long deadline) {
            this.work = work;
            this.request = request;
            this.dry = dry;
            this.deadline = deadline;
        }

        /** From now on it looks for what it has taken for granted, so that it finds the reason of a conflict. */
        void lookBefore() {
            if (System.nanoTime() - deadline > 0) throw LedgerBusy.outrun();
            looks = true;
        }

        /** @throws org.cartulary.command.engine.AppendConflict if what it was decided on has changed: ask again */
        List<Answer> answers() {
            var decided = entered();
            return decided.answers(commits.await(decided.posting()));
        }

        /** @throws org.cartulary.command.engine.AppendConflict as above */
        Answer dryAnswer() {
            var decided = entered();
            commits.await(decided.posting());
            return decided.dryAnswer();
        }

        private Decided entered() {
            for (int overtaken = 0; overtaken < OVERTAKEN; overtaken++) {
                var decided = decided();
                if (!decided.isOvertaken()) return decided;
            }
            while (System.nanoTime() - deadline < 0) {
                var decided = commits.alone(this::decided);
                if (!decided.isOvertaken()) return decided;
            }
            throw LedgerBusy.outrun();
        }

        private Decided decided() {
            var task = new UnitsOfWork.Task(request, looks, dry, deadline);
            var message = new GenericCommandMessage<>(work, MetaData.with(UnitsOfWork.TASK, task));
            var answer = new CommandResultMessage<?>[1];
            bus.dispatch(message, (sent, result) -> answer[0] = result);
            var result = answer[0];
            if (result.isExceptional()) throw failure(result.exceptionResult());
            return (Decided) result.getPayload();
        }

        private static RuntimeException failure(Throwable failure) {
            return Reading.failure(
                    failure instanceof RuntimeException known ? known : new IllegalStateException(failure));
        }
    }
}
