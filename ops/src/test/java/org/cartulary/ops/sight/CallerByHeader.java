package org.cartulary.ops.sight;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartulary.query.kernel.Sight;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands where the service finds out who asks, and believes what he says. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallerByHeader extends OncePerRequestFilter {

    static final String HEADER = "Test-Caller";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = request.getHeader(HEADER);
        if (caller != null)
            request.setAttribute(Sight.ATTRIBUTE, Caller.valueOf(caller).sight());
        chain.doFilter(request, response);
    }
}
