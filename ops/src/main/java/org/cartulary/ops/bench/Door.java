package org.cartulary.ops.bench;

import java.util.List;
import org.cartulary.command.kernel.Command;

/** The way by which commands reach the ledger. */
interface Door extends AutoCloseable {

    String name();

    /** Returns when the ledger has answered. @throws IllegalStateException if it did not accept */
    void submit(Command command);

    /** Several in one request, side by side. */
    void submitAll(List<Command> commands);

    @Override
    default void close() {}
}
