package org.cartulary.ops.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites out: a browser reaches the service, whatever page tells it to, and sends along the password that its user
 * has told it. Such a page says whose it is when it posts. Where nobody is asked who he is, loopback is the only protection, and a page may
 * also come with a name of its own that leads here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ForeignPages extends OncePerRequestFilter {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final List<String> allowed;
    private final boolean asks;

    ForeignPages(HttpProperties settings, @Value("${cartulary.access.enabled:true}") boolean asks) {
        this.allowed = settings.allowedOrigins();
        this.asks = asks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!asks && !isLoopback(request.getServerName()))
            refuse(response, HttpStatus.MISDIRECTED_REQUEST, "FOREIGN_HOST", "ask for localhost or 127.0.0.1");
        else if (!READING.contains(request.getMethod()) && isForeign(request))
            refuse(response, HttpStatus.FORBIDDEN, "FOREIGN_ORIGIN", "a page of another site may not change anything");
        else chain.doFilter(request, response);
    }

    /** Programs send no origin; pages do whenever they post. */
    private boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || allowed.contains(origin)) return false;
        try {
            var host = URI.create(origin).getHost();
            return asks ? !request.getServerName().equalsIgnoreCase(host) : !isLoopback(host);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static boolean isLoopback(String host) {
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        new PlainProblem(status.value(), code, status.getReasonPhrase(), detail).writeTo(response);
    }
}
