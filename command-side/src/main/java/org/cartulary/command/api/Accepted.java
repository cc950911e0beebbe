package org.cartulary.command.api;

import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * The answer to an accepted command, the same however often it is sent.
 *
 * @param command the stream of its record
 * @param position of its record: read with {@code min-position} and see what the command did
 * @param events how many events it caused; they stand directly before its record
 * @param result what the ledger decided and the caller could not know; absent where there is nothing
 */
record Accepted(
        Outcome outcome,
        String command,
        long position,
        int events,
        @MayBeAbsent JsonNode result) {

    static Accepted of(Sender sender, Answer answer) {
        return new Accepted(answer.outcome(), sender.record(), answer.position(), answer.events(), answer.result());
    }
}
