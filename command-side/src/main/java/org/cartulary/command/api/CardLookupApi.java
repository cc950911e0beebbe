package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.cartulary.command.storedvalue.CardLookup;
import org.cartulary.command.storedvalue.CardLookup.Found;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardCodeHash;

/** Finds a gift card by its code. Codes are money, so that guessing them is throttled. */
final class CardLookupApi {

    private static final String METER = "cartulary.card.lookups";

    private final CommandApi commands;
    private final RequestBodies bodies;
    private final CardLookup cards;
    private final Guesses guesses;
    private final MeterRegistry meters;

    CardLookupApi(CommandApi commands, RequestBodies bodies, CardLookup cards, Guesses guesses, MeterRegistry meters) {
        this.commands = commands;
        this.bodies = bodies;
        this.cards = cards;
        this.guesses = guesses;
        this.meters = meters;
    }

    /**
     * Which card it is.
     *
     * @param code 8 to 32 letters and digits; case, spaces and hyphens do not matter
     */
    record Lookup(CardCodeHash code) {

        Lookup {
            Shape.present(code, "code");
        }
    }

    Reply find(HttpServletRequest request) {
        return commands.answering(request, () -> {
            Caller.requireKnownParameters(request, Set.of());
            var client = Caller.client(request);
            var lookup = bodies.read(request, Lookup.class);
            long wait = guesses.take(client);
            if (wait > 0) return throttled(request, wait);
            var found = found(client, lookup.code());
            return found == null ? unknown(request) : commands.respond(200, found);
        });
    }

    /** A lookup that fails for another reason than its code is no guess. Null where no card has the code. */
    private Found found(String client, CardCodeHash code) {
        boolean wrong = false;
        try {
            var found = cards.find(code).orElse(null);
            wrong = found == null;
            if (!wrong) count("found");
            return found;
        } finally {
            if (!wrong) guesses.giveBack(client);
        }
    }

    private Reply unknown(HttpServletRequest request) {
        count("unknown");
        var problem = Problem.of(404, "CARD_UNKNOWN", "There is no such card", "no card has this code");
        return commands.respond(404, problem.at(request.getRequestURI()));
    }

    private Reply throttled(HttpServletRequest request, long seconds) {
        count("throttled");
        var problem = Problem.of(
                429,
                "TOO_MANY_WRONG_CODES",
                "Too many wrong codes",
                "wait as many seconds as Retry-After says; until then no code is looked up");
        return commands.respond(429, problem.at(request.getRequestURI())).after(seconds);
    }

    private void count(String outcome) {
        meters.counter(METER, "outcome", outcome).increment();
    }
}
