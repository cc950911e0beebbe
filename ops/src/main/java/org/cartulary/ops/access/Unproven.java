package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers whoever has not proven to be a client: 401, and nothing is recorded, since nobody is known who asked. */
final class Unproven implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        // A browser asks its user for a name, which does not matter, and a password, which is the key.
        if (wantsPage(request)) response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Cartulary\"");
        if (failure instanceof OAuth2AuthenticationException refused)
            Refusal.of(HttpStatus.UNAUTHORIZED, "CREDENTIAL_REFUSED", reason(refused))
                    .writeTo(request, response);
        else
            Refusal.of(
                            HttpStatus.UNAUTHORIZED,
                            "CREDENTIAL_MISSING",
                            "send a key or a token of a client: Authorization: Bearer …")
                    .writeTo(request, response);
    }

    private static String reason(OAuth2AuthenticationException refused) {
        var said = refused.getError().getDescription();
        return said == null ? "the key or token is not believed" : said;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }
}
