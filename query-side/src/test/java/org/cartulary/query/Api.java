package org.cartulary.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query API as a caller sees it. */
public class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, byte[] bytes) {

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        public long position() {
            return headers.firstValueAsLong("Ledger-Position").orElseThrow();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    /** @param sight such as {@code LISBON/till/true}, see {@link TestSight} */
    public Answer get(String path, String sight) {
        return get(path, TestSight.HEADER, sight);
    }

    public Answer get(String path, String header, String value) {
        return send(HttpRequest.newBuilder(address(path)).header(header, value));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The items of all pages of a list. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; next != null; ) {
            var page = get(next);
            if (page.status() != 200) throw new AssertionError(page.text());
            page.at("/items").forEach(items::add);
            var cursor = page.at("/next");
            next = cursor.isMissingNode()
                    ? null
                    : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor.asString();
        }
        return items;
    }

    private String port() {
        return environment.getRequiredProperty("local.server.port");
    }
}
