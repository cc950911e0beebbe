package org.cartulary.command.api;

import java.util.List;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.cartulary.command.storedvalue.StoredValueRejection;

/**
 * The ledger as the API asks it. To give a card a code tells whether another card has it: such an answer counts as a wrong guess,
 * in a dry run too, so that nobody finds codes there that lookups would not give away.
 */
final class GuardedLedger {

    private final Ledger ledger;
    private final Guesses guesses;

    GuardedLedger(Ledger ledger, Guesses guesses) {
        this.ledger = ledger;
        this.guesses = guesses;
    }

    /** @throws MalformedRequest with 429 where too many codes were wrong */
    Answer submit(Sender sender, Command command) {
        requirePatience(sender, command);
        var answer = ledger.submit(sender, command);
        count(sender, command, answer);
        return answer;
    }

    /** @throws MalformedRequest with 429 where too many codes were wrong */
    Answer dryRun(Sender sender, Command command) {
        requirePatience(sender, command);
        var answer = ledger.dryRun(sender, command);
        count(sender, command, answer);
        return answer;
    }

    /** @throws MalformedRequest with 429 where too many codes were wrong */
    List<Answer> submitAtomically(List<Request> requests) {
        for (var request : requests) requirePatience(request.sender(), request.command());
        var answers = ledger.submitAtomically(requests);
        for (int i = 0; i < answers.size(); i++)
            count(requests.get(i).sender(), requests.get(i).command(), answers.get(i));
        return answers;
    }

    Request request(Sender sender, Command command) {
        return ledger.request(sender, command);
    }

    private void requirePatience(Sender sender, Command command) {
        if (command instanceof AssignCardCode
                && guesses.mustWait(sender.client().value()))
            throw new MalformedRequest(
                    429,
                    "TOO_MANY_WRONG_CODES",
                    "Too many wrong codes",
                    "codes that other cards have were asked for: wait as many seconds as Retry-After says");
    }

    private void count(Sender sender, Command command, Answer answer) {
        if (command instanceof AssignCardCode
                && StoredValueRejection.CARD_CODE_TAKEN.name().equals(answer.code()))
            guesses.wrong(sender.client().value());
    }
}
