package org.cartulary.command.kernel;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.cartulary.command.engine.PostgresEventStorageEngine;

/** Stands around every command on the bus: lets it be decided, records it, and keeps where the append put it. */
final class UnitsOfWork implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String REQUEST = "request";
    static final String DRY_RUN = "dryRun";

    private final CommandRecording recording;

    UnitsOfWork(CommandRecording recording) {
        this.recording = recording;
    }

    @Override
    public Decided handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        work.registerCorrelationDataProvider(recording);
        if (work.getMessage().getPayload() instanceof AtomicBatch) chain.proceed();
        else decideOne(work, chain);
        var decided = new Decided(Recording.events());
        work.afterCommit(done -> decided.appended(done.root().getResource(PostgresEventStorageEngine.APPENDED)));
        return decided;
    }

    static boolean isDryRun(UnitOfWork<?> work) {
        return work.root().getMessage().getMetaData().containsKey(DRY_RUN);
    }

    private void decideOne(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var request = (Request) work.getMessage().getMetaData().get(REQUEST);
        boolean dry = isDryRun(work);
        try {
            var record = recording.decide(request, chain::proceed);
            if (dry) throw new DryRun(record, Recording.events());
        } catch (RefusedHalfway halfway) {
            throw dry ? new DryRun(recording.refused(request, halfway.refusal()), List.of()) : halfway;
        }
    }
}
