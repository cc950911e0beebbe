package org.cartulary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.cartulary.events.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** Tells a story over HTTP: whoever sends a command reads what it did, everywhere. Bodies are written with single quotes. */
public final class Story {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningService service;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private long position;
    private int keys;

    public Story(RunningService service) {
        this.service = service;
    }

    /** When whatever follows happens. */
    public void is(Instant moment) {
        now = moment;
    }

    public JsonNode accepted(String path, String members) throws Exception {
        var answer = post(path, members);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        position = answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
        return CanonicalJson.MAPPER.readTree(answer.body());
    }

    /** The code of the refusal. */
    public String refused(String path, String members) throws Exception {
        var answer = post(path, members);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return CanonicalJson.MAPPER.readTree(answer.body()).required("code").stringValue();
    }

    private HttpResponse<String> post(String path, String members) throws Exception {
        var body = "{" + members.replace('\'', '"') + ", \"occurredAt\": \"" + now + "\"}";
        return HTTP.send(
                HttpRequest.newBuilder(service.uri(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "story-" + ++keys)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What is read after the last command. */
    public JsonNode read(String path) throws Exception {
        var uri = service.uri(path + (path.contains("?") ? "&" : "?") + "min-position=" + position);
        var answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return CanonicalJson.MAPPER.readTree(answer.body());
    }

    public long position() {
        return position;
    }
}
