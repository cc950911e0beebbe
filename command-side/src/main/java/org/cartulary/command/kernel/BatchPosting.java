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
        for (int i = 0; i < batch.requests().size(); i++) {
            var request = batch.requests().get(i);
            if (batch.refused() != null)
                recording.refused(request, batch.refused().of(i));
            else decide(i, request);
        }
    }

    private void decide(int member, Request request) throws Exception {
        try {
            recording.acceptedOrRejected(request, () -> members.handle(request.command()));
        } catch (CommandRejected refusal) {
            throw new BatchRefused(member, refusal);
        } catch (RefusedHalfway halfway) {
            throw new BatchRefused(member, halfway.refusal());
        }
    }
}
