package org.cartulary.ops.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.cartulary.ops.service.PlainProblem;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of the named other sites ask, and of no other (CORS). There are no cookies that could go along. */
final class OtherSites extends CorsFilter {

    OtherSites(List<String> origins) {
        this(everywhere(origins));
    }

    private OtherSites(CorsConfiguration allowed) {
        super(request -> allowed);
        setCorsProcessor(new Refusing());
    }

    private static CorsConfiguration everywhere(List<String> origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        allowed.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "Cartulary-Actor",
                "Cartulary-Channel",
                "Cartulary-Client",
                "Cartulary-Device",
                "Cartulary-Reason"));
        allowed.setExposedHeaders(List.of(
                "ETag", "Idempotency-Replayed", "Ledger-Position", "RateLimit", "RateLimit-Policy", "Retry-After"));
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }

    private static final class Refusing extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            new PlainProblem(403, "FOREIGN_ORIGIN", "Forbidden", "a page of this site may not ask for this")
                    .writeTo(((ServletServerHttpResponse) response).getServletResponse());
        }
    }
}
