package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where commands come in. It stands before Spring's dispatcher and its filters, which cost more than the whole decision of a
 * command, and lets through whatever is not its own. Its requests are timed under the name and the tags that the others have.
 */
final class CommandDoor extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Answers a request of one address. */
    interface Handler {
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final transient Map<String, Handler> handlers;
    private final transient MeterRegistry meters;
    private final transient Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** @param handlers by path */
    CommandDoor(Map<String, Handler> handlers, MeterRegistry meters) {
        this.handlers = Map.copyOf(handlers);
        this.meters = meters;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        var handler = request.getMethod().equals("POST") ? handlers.get(path) : null;
        if (handler == null) {
            chain.doFilter(request, response);
            return;
        }
        long begin = System.nanoTime();
        handler.handle(request, response);
        timer(path, response.getStatus()).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String path, int status) {
        return timers.computeIfAbsent(
                path + status,
                first -> Timer.builder("http.server.requests")
                        .tags("method", "POST", "uri", path, "status", Integer.toString(status))
                        .tags("outcome", outcome(status), "exception", "none", "error", "none")
                        .register(meters));
    }

    private static String outcome(int status) {
        return status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR";
    }
}
