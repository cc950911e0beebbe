package org.cartulary.ops.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.ops.service.PlainProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Lets nothing in that is more than a plain request: no body that is packed, or made of parts, or a form; no parameters that
 * can't be read; no address with parameters of its own. Its answers are written no slower than clients may take them.
 */
final class PlainRequests extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final PlainProblem PACKED = new PlainProblem(
            415, "UNSUPPORTED_CONTENT_ENCODING", "The body is packed", "send it as it is, without Content-Encoding");
    private static final PlainProblem NO_JSON = new PlainProblem(
            415, "UNSUPPORTED_MEDIA_TYPE", "The body is no JSON", "send it with Content-Type: application/json");
    private static final PlainProblem UNREADABLE = new PlainProblem(
            400,
            "MALFORMED_REQUEST",
            "The address can't be read",
            "its parameters are not well encoded, or there are more than 100");
    private static final PlainProblem SEMICOLON =
            new PlainProblem(400, "MALFORMED_REQUEST", "The address can't be read", "its path holds a semicolon");

    private static final int MOST_REST = 2 * 1024 * 1024;

    private final transient ClientProperties limits;

    PlainRequests(ClientProperties limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var problem = problem(request);
        if (problem == null) chain.doFilter(request, new TimedAnswer(response, limits));
        else refuse(problem, response);
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null)
            takeRest(request, response);
    }

    /**
     * What was answered before it was read is read now, that the client may read its answer and ask again; but as any body not too
     * slowly, and not too much of it. Tomcat would take its time.
     */
    private static void takeRest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = request.getInputStream();
        if (body.isFinished()) return;
        response.flushBuffer();
        var some = new byte[8 * 1024];
        try {
            int more = 0;
            for (int left = MOST_REST; more >= 0 && left > 0; left -= more) more = body.read(some);
        } catch (IOException cut) {
            // Tomcat closes the connection.
        }
    }

    private static void refuse(PlainProblem problem, HttpServletResponse response) throws IOException {
        if (problem == PACKED) response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        problem.writeTo(response);
    }

    private static PlainProblem problem(HttpServletRequest request) {
        var packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packed != null && !packed.equalsIgnoreCase("identity")) return PACKED;
        if (!isNothingOrJson(request.getContentType())) return isOfDoor(request) ? null : NO_JSON;
        if (request.getRequestURI().indexOf(';') >= 0) return SEMICOLON;
        return request.getQueryString() == null || isReadable(request) ? null : UNREADABLE;
    }

    /** Which says so itself, with a position. */
    private static boolean isOfDoor(HttpServletRequest request) {
        return CommandEndpoints.isAt(request.getServletPath());
    }

    private static boolean isNothingOrJson(String type) {
        if (type == null || type.equals(MediaType.APPLICATION_JSON_VALUE)) return true;
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.valueOf(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            return request.getParameterMap() != null;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }
}
