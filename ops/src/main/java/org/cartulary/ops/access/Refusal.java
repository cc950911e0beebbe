package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.cartulary.events.json.CanonicalJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A problem document of a request that is turned away before any door. */
record Refusal(HttpStatus status, String code, String detail) {

    static Refusal of(HttpStatus status, String code, String detail) {
        return new Refusal(status, code, detail);
    }

    void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "type", "urn:cartulary:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("title", status.getReasonPhrase());
        document.put("status", status.value());
        document.put("detail", detail);
        document.put("instance", request.getRequestURI());
        document.put("code", code);
        var body = CanonicalJson.write(document);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
