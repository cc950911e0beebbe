package org.cartulary.ops.bench;

import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Uuid7;

/** Straight to the ledger, in the same process: what the write path costs without HTTP. */
final class LedgerDoor implements Door {

    private static final ClientId CLIENT = ClientId.of("bench");

    private final Ledger ledger;

    LedgerDoor(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "in-process";
    }

    @Override
    public void submit(Command command) {
        var answer = ledger.submit(new Sender(CLIENT, Uuid7.random().toString(), "bench", null, null, null), command);
        if (!answer.isAccepted()) throw new IllegalStateException(answer.code() + ": " + answer.detail());
    }

    @Override
    public void submitAll(List<Command> commands) {
        commands.forEach(this::submit);
    }
}
