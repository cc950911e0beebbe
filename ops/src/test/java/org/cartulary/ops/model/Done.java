package org.cartulary.ops.model;

import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;

/** A command that the ledger accepted, where it stands. */
record Done(Command command, Answer answer) {

    long position() {
        return answer.position();
    }
}
