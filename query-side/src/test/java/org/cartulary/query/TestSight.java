package org.cartulary.query;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.query.kernel.Seen;
import org.cartulary.query.kernel.Sight;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the caller's word for what he may see: {@code locations/channels/personalData} in a header, {@code *} for all. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TestSight extends OncePerRequestFilter {

    static final String HEADER = "Test-Sight";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var said = request.getHeader(HEADER);
        if (said != null) request.setAttribute(Sight.ATTRIBUTE, sight(said.split("/")));
        chain.doFilter(request, response);
    }

    private static Sight sight(String... parts) {
        return new Sight(seen(parts[0], LocationId::of), seen(parts[1], ChannelId::of), Boolean.parseBoolean(parts[2]));
    }

    private static <T> Seen<T> seen(String names, Function<String, T> of) {
        return names.equals("*")
                ? Seen.all()
                : Seen.only(Arrays.stream(names.split(",")).map(of).collect(Collectors.toSet()));
    }
}
