package org.cartulary.command.engine;

import java.util.List;

/** Hears on the writer's thread what has become durable, so that whoever follows the ledger need not read it again. */
@FunctionalInterface
public interface AppendListener {

    /**
     * Be brief: the next group waits.
     *
     * @param firstPosition of the first row; the others follow without a gap
     */
    void appended(long firstPosition, List<Row> rows);
}
