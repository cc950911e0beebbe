package org.cartulary.ops.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import tools.jackson.databind.JsonNode;

/** A channel that speaks HTTP with a running service. Safe for many threads. */
final class HttpChannel implements AutoCloseable {

    private final RunningService service;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpChannel(RunningService service) {
        this.service = service;
    }

    /** What came back, with the body read as JSON. */
    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode body() {
            return CanonicalJson.MAPPER.readTree(text);
        }

        String code() {
            return body().path("code").stringValue("");
        }

        /** The field that the first violation names. */
        String violation() {
            return body().at("/violations/0/field").stringValue("none");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        long position() {
            return Long.parseLong(header("Ledger-Position"));
        }
    }

    /** Sends a command under a key of its own. */
    Answer post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    Answer postWithoutKey(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", type)
                .POST(body));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path)));
    }

    Answer send(String method, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.uri(path)).method(method, BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The ledger's last position: of what was recorded, whether or not it has been read into tables. */
    long head() {
        return service.bean(CommandRecords.class).head();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
