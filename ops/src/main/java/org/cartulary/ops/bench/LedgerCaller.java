package org.cartulary.ops.bench;

import java.util.function.Supplier;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.ops.bench.loop.Caller;

/** Straight to the ledger, in the same process: all of it but HTTP. */
record LedgerCaller(Ledger ledger, Supplier<Command> commands) implements Caller {

    private static final ClientId CLIENT = ClientId.of("bench");

    @Override
    public void call() {
        submit(ledger, commands.get());
    }

    /** @return the position of the command's record. @throws IllegalStateException if it is not accepted */
    static long submit(Ledger ledger, Command command) {
        var answer = ledger.submit(new Sender(CLIENT, Uuid7.random().toString(), "bench", null, null, null), command);
        if (!answer.isAccepted()) throw new IllegalStateException(answer.code() + ": " + answer.detail());
        return answer.position();
    }
}
