package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;

/**
 * A replay never expires, so the same body must come to the same digest for ever. A member that a command gains must
 * therefore be null where it is absent, and never get a default value in the record.
 */
class CommandDigestsTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "command-digests.txt");

    @Test
    void theSameBodyComesToTheSameDigestForEver() throws IOException {
        var bodies = new RequestBodies(new CardCodes(new byte[CardCodes.KEY_LENGTH]));
        var digests = new TreeMap<String, String>();
        var sender = new Sender(ClientId.of("till"), "key", null, null, null, null);
        for (var endpoint : CommandEndpoints.ALL) {
            var command = bodies.command(
                    new RequestBodies.Item(endpoint.name(), "key", CanonicalJson.MAPPER.readTree(approved(endpoint))));
            digests.put(
                    endpoint.name(),
                    Request.of(sender, command, endpoint.name()).digest());
        }
        var found = digests.entrySet().stream()
                .map(digest -> digest.getKey() + " " + digest.getValue() + "\n")
                .collect(Collectors.joining());
        if (Repository.isApproving()) {
            Files.createDirectories(APPROVED.getParent());
            Files.writeString(APPROVED, found);
        }

        assertThat(found).isEqualTo(Files.readString(APPROVED));
    }

    /** The first example of each command that was ever approved; examples may change later, these bodies do not. */
    private static byte[] approved(Endpoint endpoint) throws IOException {
        var body = APPROVED.resolveSibling("commands").resolve(endpoint.name() + ".json");
        if (Repository.isApproving() && !Files.exists(body)) Files.write(body, example(endpoint));
        return Files.readAllBytes(body);
    }

    private static byte[] example(Endpoint endpoint) throws IOException {
        try (var file = CommandEndpoints.class.getResourceAsStream("/examples/" + endpoint.name() + ".json")) {
            return file.readAllBytes();
        }
    }
}
