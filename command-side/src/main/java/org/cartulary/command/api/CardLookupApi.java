package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.cartulary.command.storedvalue.CardLookup;
import org.cartulary.command.storedvalue.CardLookup.Found;
import org.cartulary.events.Shape;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.CardCodeHash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

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

    ServerResponse find(ServerRequest request) {
        return commands.answering(request, () -> {
            CommandApi.requireKnownParameters(request, Set.of());
            var client = CommandApi.clientOf(request);
            var lookup = bodies.read(request, Lookup.class);
            long wait = guesses.take(client);
            if (wait > 0) return throttled(request, wait);
            var found = found(client, lookup.code());
            return found == null
                    ? unknown(request)
                    : commands.respond(200, MediaType.APPLICATION_JSON).body(CanonicalJson.write(found));
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

    private ServerResponse unknown(ServerRequest request) throws Exception {
        count("unknown");
        var problem = Problem.of(404, "CARD_UNKNOWN", "There is no such card", "no card has this code");
        return commands.respond(404, MediaType.APPLICATION_PROBLEM_JSON)
                .body(CanonicalJson.write(problem.at(request.path())));
    }

    private ServerResponse throttled(ServerRequest request, long seconds) throws Exception {
        count("throttled");
        var problem = Problem.of(
                429,
                "TOO_MANY_WRONG_CODES",
                "Too many wrong codes",
                "wait as many seconds as Retry-After says; until then no code is looked up");
        return commands.respond(429, MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(CanonicalJson.write(problem.at(request.path())));
    }

    private void count(String outcome) {
        meters.counter(METER, "outcome", outcome).increment();
    }
}
