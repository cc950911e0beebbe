package org.cartulary.query.kernel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cartulary.events.kernel.CardNumbers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the reads come in that channels ask for all day. It stands before Spring's dispatcher and its filters, which cost more
 * than such a read. What is not plain, such as a parameter that can't be read, takes the long way and is answered there.
 */
final class ReadDoor extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient List<QuickRoute> routes;
    private final transient Problems problems;
    private final transient JsonMapper json;
    private final transient MeterRegistry meters;
    private final transient Map<String, Timer> timers = new ConcurrentHashMap<>();

    ReadDoor(List<QuickRoute> routes, Problems problems, JsonMapper json, MeterRegistry meters) {
        this.routes = List.copyOf(routes);
        this.problems = problems;
        this.json = json;
        this.meters = meters;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var route = route(request);
        var read = route == null ? null : read(route, request);
        if (read == null) {
            chain.doFilter(request, response);
            return;
        }
        long begin = System.nanoTime();
        var answer = problems.answered(read);
        if (answer.getBody() instanceof ProblemDetail problem && !CardNumbers.isIn(request.getRequestURI()))
            problem.setInstance(URI.create(request.getRequestURI()));
        write(answer, Sight.of(request), response);
        timer(route.address(), response.getStatus()).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    private QuickRoute route(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || !takesJson(request.getHeader(HttpHeaders.ACCEPT))) return null;
        for (var route : routes) if (route.isAt(request.getServletPath())) return route;
        return null;
    }

    private static boolean takesJson(String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Null where the long way has to say what is wrong. */
    private static Supplier<ResponseEntity<?>> read(QuickRoute route, HttpServletRequest request) {
        try {
            for (var parameter : request.getParameterMap().entrySet())
                if (!route.knows(parameter.getKey()) || parameter.getValue().length > 1) return null;
            return route.read().apply(request, ReadArgument.read(request));
        } catch (IllegalArgumentException | IllegalStateException | Refused malformed) {
            return null;
        }
    }

    private void write(ResponseEntity<?> answer, Sight sight, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        var type = answer.getHeaders().getContentType();
        response.setContentType(type == null ? MediaType.APPLICATION_JSON_VALUE : type.toString());
        answer.getHeaders().forEach((name, values) -> {
            if (!name.equals(HttpHeaders.CONTENT_TYPE)) response.setHeader(name, values.getFirst());
        });
        var body = json.writeValueAsBytes(Members.seen(answer.getBody(), sight));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Timer timer(String address, int status) {
        return timers.computeIfAbsent(
                address + status,
                first -> Timer.builder("http.server.requests")
                        .tags("method", "GET", "uri", address, "status", Integer.toString(status))
                        .tags(
                                "outcome",
                                status < 400 ? "SUCCESS" : "SERVER_ERROR",
                                "exception",
                                "none",
                                "error",
                                "none")
                        .register(meters));
    }
}
