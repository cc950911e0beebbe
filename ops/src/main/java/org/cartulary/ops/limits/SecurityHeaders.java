package org.cartulary.ops.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells browsers to make nothing else of an answer than it is, not to frame it and not to keep it. It stands before all of
 * Tomcat's own answers too. A page that needs more than nothing says so itself.
 */
final class SecurityHeaders extends ValveBase {

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger's scripts and styles come from here; it writes styles into the page, and its pictures are data. */
    private static final String DOCUMENTATION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    SecurityHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", isDocumentation(request) ? DOCUMENTATION : NOTHING);
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
        getNext().invoke(request, response);
    }

    private static boolean isDocumentation(Request request) {
        var path = request.getDecodedRequestURI();
        return path != null && path.startsWith("/swagger-ui/");
    }
}
