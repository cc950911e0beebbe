package org.cartulary.ops.service;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A problem document of those who refuse before anything else runs. Nothing in it was sent by the caller.
 *
 * @param code stable, to be read by programs
 * @param detail what to do
 */
public record PlainProblem(int status, String code, String title, String detail) {

    /** Of Tomcat's own refusals; the code is the name of the status. */
    public static PlainProblem of(int status) {
        var known = HttpStatus.resolve(status);
        if (known == null || known == HttpStatus.INTERNAL_SERVER_ERROR)
            return new PlainProblem(500, "INTERNAL_ERROR", "The service failed", "the log of the service tells why");
        return new PlainProblem(status, known.name(), known.getReasonPhrase(), detail(known));
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "the request line or a header can't be read, or is longer than 8 KiB";
            case METHOD_NOT_ALLOWED -> "this address does not take the method";
            case NOT_FOUND -> "there is nothing at this address";
            default -> status.getReasonPhrase();
        };
    }

    public void writeTo(HttpServletResponse response) throws IOException {
        var body = """
                {"type":"urn:cartulary:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}\
                """.formatted(code.toLowerCase(Locale.ROOT).replace('_', '-'), title, status, detail, code)
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
