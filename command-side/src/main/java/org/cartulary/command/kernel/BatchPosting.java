package org.cartulary.command.kernel;

import org.axonframework.commandhandling.CommandHandler;

/** Decides the members of an atomic batch one after the other, each on the state that those before it leave. */
final class BatchPosting implements CommandHandling {

    private final Handlers members;
    private final CommandRecording recording;

    BatchPosting(Handlers members, CommandRecording recording) {
        this.members = members;
        this.recording = recording;
    }

    @CommandHandler
    void handle(AtomicBatch batch) throws Exception {
        var work = Work.current();
        int member = 0;
        try {
            for (; member < batch.requests().size(); member++) {
                var request = batch.requests().get(member);
                recording.accept(work, request, () -> members.handle(request.command()));
            }
        } catch (CommandRejected refusal) {
            work.undo();
            refuseAll(work, batch, member, refusal);
        }
    }

    /** The guilty member is answered with its own refusal, the others with that of the batch. */
    private void refuseAll(Work work, AtomicBatch batch, int guilty, CommandRejected refusal) {
        var others = new CommandRejected(
                LedgerRejection.BATCH_REFUSED,
                "item " + guilty + " was refused: " + refusal.rejection().name());
        for (int i = 0; i < batch.requests().size(); i++)
            recording.refuse(work, batch.requests().get(i), i == guilty ? refusal : others);
    }
}
