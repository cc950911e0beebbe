package org.cartulary.command.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.cartulary.command.api.Problem.Violation;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ClientId;

/** What a request says besides its body: who sends it, under which key, and what for. */
final class Caller {

    private Caller() {}

    static Sender sender(HttpServletRequest request, String key) {
        var approval = header(request, "Cartulary-Approval");
        return new Sender(
                ClientId.of(client(request)),
                key,
                header(request, "Cartulary-Actor"),
                header(request, "Cartulary-Device"),
                header(request, "Cartulary-Channel"),
                header(request, "Cartulary-Reason"),
                approval == null ? null : ApprovalId.of(approval),
                request.getUserPrincipal() != null);
    }

    /** Who has proven to be one, is that one; where nobody has to, whoever the request says. */
    static String client(HttpServletRequest request) {
        var said = header(request, "Cartulary-Client");
        var proven = request.getUserPrincipal();
        if (proven == null) return said == null ? "default" : said;
        if (said != null && !said.equals(proven.getName()))
            throw new MalformedRequest(
                    403,
                    "CLIENT_OF_ANOTHER",
                    "The client is another one",
                    "the key or token is that of another client than Cartulary-Client says: leave the header out");
        return proven.getName();
    }

    /** Null where none is sent. */
    static String key(HttpServletRequest request) {
        return header(request, "Idempotency-Key");
    }

    static MalformedRequest keyMissing(String whatToDo) {
        return new MalformedRequest(400, "IDEMPOTENCY_KEY_MISSING", "The command has no key", whatToDo);
    }

    static boolean isDryRun(HttpServletRequest request) {
        requireKnownParameters(request, Set.of("dryRun"));
        var given = request.getQueryString() == null ? null : request.getParameter("dryRun");
        if (given != null && !given.equals("true") && !given.equals("false"))
            throw new MalformedRequest(400, "MALFORMED_REQUEST", "dryRun is true or false", "dryRun is true or false");
        return "true".equals(given);
    }

    /** What is misspelt must not be done as if it had not been said. */
    static void requireKnownParameters(HttpServletRequest request, Set<String> known) {
        if (request.getQueryString() == null) return;
        for (var name : names(request)) if (!known.contains(name)) throw unknown(name, known);
    }

    private static MalformedRequest unknown(String name, Set<String> known) {
        var shown = CardNumbers.isIn(name) ? "a parameter that holds a card number" : name;
        var rest = known.isEmpty() ? "there are no parameters here" : "the only parameter here is dryRun";
        return new MalformedRequest(
                Problem.of(400, "UNKNOWN_PARAMETER", "A parameter is unknown", shown + " is not known: " + rest)
                        .with(List.of(new Violation(shown, "is not known here"))));
    }

    private static Set<String> names(HttpServletRequest request) {
        try {
            return request.getParameterMap().keySet();
        } catch (IllegalStateException undecodable) {
            throw new MalformedRequest(
                    400, "MALFORMED_REQUEST", "The address can't be read", "its parameters are not well encoded");
        }
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null || value.isBlank() ? null : utf8(name, value);
    }

    /** Tomcat reads headers byte for byte as ISO 8859-1; channels write UTF-8. */
    private static String utf8(String name, String bytes) {
        if (bytes.chars().allMatch(c -> c < 128)) return bytes;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException(name + " is not written in UTF-8", other);
        }
    }
}
