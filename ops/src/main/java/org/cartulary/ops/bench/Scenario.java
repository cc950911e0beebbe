package org.cartulary.ops.bench;

import java.util.List;
import org.cartulary.command.kernel.Command;

/** One kind of load: what has to stand in the ledger first, and which commands are then sent. */
interface Scenario {

    String name();

    /** What one of its commands does, for the reader of the table. */
    String about();

    /** Sent once, before the clock runs. */
    List<Command> preparation();

    /** The next command; called by many clients at once. */
    Command next();
}
