package org.cartulary.ops.access;

import java.time.Clock;
import org.cartulary.command.wiring.AccessDirectory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Tells by a key or a token which client asks. */
final class Credentials implements AuthenticationManager {

    private final AccessDirectory directory;
    private final Clock clock;
    private final Tokens tokens;

    Credentials(AccessDirectory directory, Clock clock, Tokens tokens) {
        this.directory = directory;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** @throws AuthenticationException which never says what of it was wrong in a key */
    @Override
    public Authentication authenticate(Authentication request) {
        var text = ((BearerTokenAuthenticationToken) request).getToken();
        return text.startsWith(ApiKey.BEGINNING) ? byKey(text) : new ProvenClient(tokens.clientOf(text));
    }

    private ProvenClient byKey(String text) {
        var key = ApiKey.of(text).orElseThrow(Credentials::refused);
        var known = directory.key(key.id());
        if (!known.isProvenBy(text, clock.instant())) throw refused();
        return new ProvenClient(known.client());
    }

    private static AuthenticationException refused() {
        return new InvalidBearerTokenException("the key is unknown, has ended, or is not complete");
    }
}
