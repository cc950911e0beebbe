package org.cartulary.command.kernel;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.cartulary.command.engine.GroupCommit;

/** Stands around every command on the bus: lets it be decided, records it, and enters it into the order of postings. */
final class UnitsOfWork implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String TASK = Task.class.getName();

    /**
     * @param looks whether what would be taken for granted until the append is looked up first
     * @param dry whether nothing is to be stored, whatever the answer
     * @param deadline of {@link System#nanoTime()}, after which nobody waits for the answer any longer
     */
    record Task(Request request, boolean looks, boolean dry, long deadline) {}

    private final CommandRecording recording;
    private final GroupCommit commits;
    private final Envelopes envelopes;
    private final Clock clock;

    UnitsOfWork(CommandRecording recording, GroupCommit commits, Envelopes envelopes, Clock clock) {
        this.recording = recording;
        this.commits = commits;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    @Override
    public Decided handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var task = (Task) unit.getMessage().getMetaData().get(TASK);
        var work = Work.begin(unit, clock.instant(), task.looks());
        if (unit.getMessage().getPayload() instanceof AtomicBatch) chain.proceed();
        else recording.decide(work, task.request(), chain::proceed);
        var noted = List.copyOf(work.noted());
        // Without events, the append still proves what the decision stands on.
        if (task.dry()) work.undo();
        var posting = envelopes.posting(work, task.deadline());
        return new Decided(noted, commits.enter(posting) ? posting : null);
    }
}
