package org.cartulary.command.engine;

import org.cartulary.events.ledger.CommandRecorded;

/** A command that was decided before: what was recorded of it, and at which position. */
public record RecordedCommand(long position, CommandRecorded command) {

    /** The position of the command's first event, or of its record where it has none. */
    public long firstPosition() {
        return position - command.events();
    }
}
