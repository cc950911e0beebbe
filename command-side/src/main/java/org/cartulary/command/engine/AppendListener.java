package org.cartulary.command.engine;

/** Hears on the writer's thread that the ledger may have grown, so that whoever follows it need not wait for its next look. */
@FunctionalInterface
public interface AppendListener {

    /** Be brief: the next group waits. */
    void appended();
}
