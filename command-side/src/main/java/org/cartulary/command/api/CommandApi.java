package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ClientId;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Takes one command from HTTP to the ledger and its answer back. */
final class CommandApi {

    static final String POSITION = "Ledger-Position";
    private static final Set<String> PARAMETERS = Set.of("dryRun");

    private final GuardedLedger ledger;
    private final RequestBodies bodies;
    private final MeterRegistry meters;
    private final AtomicLong latest;

    /** @param head the ledger's last position at the start */
    CommandApi(GuardedLedger ledger, RequestBodies bodies, MeterRegistry meters, long head) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.meters = meters;
        this.latest = new AtomicLong(head);
    }

    ServerResponse submit(ServerRequest request, Class<? extends Command> type) {
        return answering(request, () -> {
            boolean dryRun = isDryRun(request);
            var sender = sender(request, dryRun ? "dry-run" : null);
            var command = bodies.command(request, type);
            return dryRun
                    ? dry(ledger.dryRun(sender, command))
                    : answered(request, sender, ledger.submit(sender, command));
        });
    }

    /** Whatever fails within becomes a problem document. */
    ServerResponse answering(ServerRequest request, Callable<ServerResponse> work) {
        try {
            RequestBodies.requireJson(request);
            return work.call();
        } catch (Exception failure) {
            return problem(request, Problems.of(failure));
        }
    }

    private boolean isDryRun(ServerRequest request) {
        requireKnownParameters(request, PARAMETERS);
        var given = request.param("dryRun").orElse("false");
        if (!given.equals("true") && !given.equals("false"))
            throw new MalformedRequest(400, "MALFORMED_REQUEST", "dryRun is true or false", "dryRun is true or false");
        return given.equals("true");
    }

    /** What is misspelt must not be done as if it had not been said. */
    static void requireKnownParameters(ServerRequest request, Set<String> known) {
        for (var name : names(request))
            if (!known.contains(name))
                throw new MalformedRequest(
                        400,
                        "UNKNOWN_PARAMETER",
                        "A parameter is unknown",
                        known.isEmpty() ? "there are no parameters here" : "the only parameter here is dryRun");
    }

    private static Set<String> names(ServerRequest request) {
        try {
            return Set.copyOf(request.params().keySet());
        } catch (IllegalStateException undecodable) {
            throw new MalformedRequest(
                    400, "MALFORMED_REQUEST", "The address can't be read", "its parameters are not well encoded");
        }
    }

    /** @param otherwise the key to use where none is sent; null where one is required */
    Sender sender(ServerRequest request, String otherwise) {
        var key = header(request, "Idempotency-Key");
        if (key == null && otherwise == null)
            throw keyMissing("send a header Idempotency-Key that names this command for ever, such as a UUID");
        return sender(request, ClientId.of(clientOf(request)), key == null ? otherwise : key);
    }

    static MalformedRequest keyMissing(String whatToDo) {
        return new MalformedRequest(400, "IDEMPOTENCY_KEY_MISSING", "The command has no key", whatToDo);
    }

    Sender sender(ServerRequest request, ClientId client, String key) {
        return new Sender(
                client,
                key,
                header(request, "Cartulary-Actor"),
                header(request, "Cartulary-Device"),
                header(request, "Cartulary-Channel"),
                header(request, "Cartulary-Reason"));
    }

    static String clientOf(ServerRequest request) {
        var client = header(request, "Cartulary-Client");
        return client == null ? "default" : client;
    }

    private static String header(ServerRequest request, String name) {
        var value = request.headers().firstHeader(name);
        return value == null || value.isBlank() ? null : utf8(name, value);
    }

    /** Tomcat reads headers byte for byte as ISO 8859-1; channels write UTF-8. */
    private static String utf8(String name, String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException(name + " is not written in UTF-8", other);
        }
    }

    private ServerResponse answered(ServerRequest request, Sender sender, Answer answer) {
        noteLatest(answer);
        if (!answer.isAccepted())
            return write(problemOf(request, answer), 422, MediaType.APPLICATION_PROBLEM_JSON, answer);
        return write(Accepted.of(sender, answer), 200, MediaType.APPLICATION_JSON, answer);
    }

    static Problem problemOf(ServerRequest request, Answer answer) {
        return Problems.refused(answer).at(request.path());
    }

    private ServerResponse dry(Answer answer) {
        return respond(200, MediaType.APPLICATION_JSON).body(CanonicalJson.write(WouldHappen.of(answer)));
    }

    private ServerResponse problem(ServerRequest request, Problem problem) {
        count(problem);
        var response = respond(problem.status(), MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503 || problem.status() == 409) response.header("Retry-After", "1");
        if (problem.status() == 429) response.header("Retry-After", Long.toString(Guesses.SECONDS_PER_GUESS));
        return response.body(CanonicalJson.write(problem.at(request.path())));
    }

    void count(Problem problem) {
        meters.counter("cartulary.requests.refused", "code", problem.code()).increment();
    }

    private ServerResponse write(Object body, int status, MediaType type, Answer answer) {
        return ServerResponse.status(status)
                .contentType(type)
                .header(POSITION, Long.toString(answer.position()))
                .headers(headers -> {
                    if (answer.replayed()) headers.set("Idempotency-Replayed", "true");
                })
                .body(CanonicalJson.write(body));
    }

    /** An answer that records nothing carries the last position that is known here. */
    ServerResponse.BodyBuilder respond(int status, MediaType type) {
        return ServerResponse.status(status).contentType(type).header(POSITION, Long.toString(latest.get()));
    }

    void noteLatest(Answer answer) {
        latest.accumulateAndGet(answer.position(), Math::max);
    }
}
