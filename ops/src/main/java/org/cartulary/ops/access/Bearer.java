package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Finds the key or token: in {@code Authorization: Bearer}, or as the password of Basic, which is what a browser asks a person for. */
final class Bearer implements BearerTokenResolver {

    private static final String BASIC = "Basic ";

    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();

    @Override
    public String resolve(HttpServletRequest request) {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null) return null;
        if (sent.regionMatches(true, 0, BASIC, 0, BASIC.length())) return password(sent.substring(BASIC.length()));
        var token = bearer.resolve(request);
        if (token == null) throw new InvalidBearerTokenException("send Authorization: Bearer with a key or token");
        return token;
    }

    private static String password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidBearerTokenException("the Basic credentials can't be read", malformed);
        }
    }
}
