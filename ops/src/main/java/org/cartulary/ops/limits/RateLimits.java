package org.cartulary.ops.limits;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartulary.command.api.Charge;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.cartulary.ops.service.PlainProblem;

/**
 * Sends away whoever asks for more than his rate, before anything is read of it. A batch is let in while there is anything left,
 * and then each of its commands counts; what it took too much is waited for before the next one.
 */
final class RateLimits extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final PlainProblem TOO_MANY = new PlainProblem(
            429, "RATE_LIMITED", "Too many requests", "ask again after as many seconds as Retry-After says");
    private static final Set<String> COMMANDS =
            CommandEndpoints.ALL.stream().map(Endpoint::path).collect(Collectors.toUnmodifiableSet());

    private final transient Quota commands;
    private final transient Quota batches;
    private final transient Quota reads;
    private final transient Counter limited;

    RateLimits(RateProperties rates, MeterRegistry meters) {
        commands = quota("commands", rates.commands());
        batches = quota("batches", rates.batches());
        reads = quota("reads", rates.reads());
        limited = Counter.builder("cartulary.requests.limited")
                .description("requests that were sent away because their sender had asked for more than its rate")
                .register(meters);
    }

    private static Quota quota(String name, Rate rate) {
        return rate == null ? null : new Quota(name, rate);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var quota = quota(request);
        if (quota == null || isTaken(quota, request, response)) chain.doFilter(request, response);
    }

    /** Null where there is no limit; whoever watches the service's health is never sent away. */
    private Quota quota(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith("/actuator")) return null;
        if (!request.getMethod().equals("POST")) return reads;
        if (path.equals(CommandEndpoints.BULK)) return batches;
        return COMMANDS.contains(path) ? commands : reads;
    }

    private boolean isTaken(Quota quota, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var bucket = quota.of(holder(request));
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", quota.policy());
        response.setHeader("RateLimit", quota.left(taken));
        if (!taken.isConsumed()) {
            limited.increment();
            response.setHeader(
                    "Retry-After", Long.toString(Math.max(1, Quota.seconds(taken.getNanosToWaitForRefill()))));
            TOO_MANY.writeTo(response);
            return false;
        }
        if (quota == batches) request.setAttribute(Charge.ATTRIBUTE, charge(bucket));
        return true;
    }

    /** Who he is, or where he comes from. */
    private static String holder(HttpServletRequest request) {
        var known = request.getUserPrincipal();
        return known == null ? request.getRemoteAddr() : known.getName();
    }

    private static Charge charge(Bucket bucket) {
        return commands -> {
            if (commands > 0) bucket.consumeIgnoringRateLimits(commands);
        };
    }
}
