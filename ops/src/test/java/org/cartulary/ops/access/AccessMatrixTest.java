package org.cartulary.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every address of the API, made from its own description, and those that it does not describe, against everybody who may not. The
 * ledger holds nothing of it but the denials.
 */
class AccessMatrixTest {

    /** What the description leaves out: what runs the service, and its pages. */
    private static final List<String> BESIDES = List.of(
            "/",
            "/actuator",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/metrics",
            "/actuator/prometheus",
            "/docs",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/swagger-ui/index.html",
            "/console/style.css",
            "/there/is/nothing");

    /** Whoever is a client may read how the API is asked, and hear that there is nothing. */
    private static final List<String> FOR_EVERY_CLIENT =
            List.of("/docs", "/v3/", "/swagger-ui/", "/console/", "/there/");

    @TempDir
    static Path home;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningService service;
    private static Issuer issuer;
    private static List<Asked> addresses;

    /** @param body null where there is none */
    private record Asked(String method, String path, String body) {

        boolean isForEveryClient() {
            return FOR_EVERY_CLIENT.stream().anyMatch(path::startsWith);
        }
    }

    @BeforeAll
    static void starts() throws Exception {
        issuer = new Issuer(home);
        var properties = new ArrayList<>(List.of(issuer.properties()));
        properties.add("cartulary.access.enabled=true");
        service = RunningService.on(home.resolve("home"), properties.toArray(String[]::new));
        addresses = addresses();
    }

    @AfterAll
    static void stops() {
        service.close();
        HTTP.close();
    }

    @Test
    void theMatrixHoldsEveryAddress() {
        assertThat(addresses)
                .hasSizeGreaterThan(70)
                .extracting(Asked::path)
                .containsAll(CommandEndpoints.ALL.stream()
                        .map(CommandEndpoints.Endpoint::path)
                        .toList());
    }

    @Test
    void whoProvesNothingIsAnsweredNothing() throws Exception {
        var credentials = new LinkedHashMap<String, String>();
        credentials.put("nothing", null);
        credentials.put("a word", "Bearer letmein");
        credentials.put("a key that there is not", "Bearer " + ApiKey.random().text());
        credentials.put("a key of another form", "Bearer ctly_x");
        credentials.put("another scheme", "Digest username=\"x\"");
        credentials.put("a password that there is not", "Basic YTpi");
        for (var bad : issuer.badTokens("alice").entrySet()) credentials.put(bad.getKey(), "Bearer " + bad.getValue());
        long head = head();
        for (var credential : credentials.entrySet())
            for (var asked : addresses) {
                var answer = ask(asked, credential.getValue());
                assertThat(answer.statusCode())
                        .as(credential.getKey() + ": " + asked)
                        .isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(CanonicalJson.MAPPER
                                .readTree(answer.body())
                                .required("code")
                                .stringValue())
                        .startsWith("CREDENTIAL_");
            }
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aClientWithoutGrantsIsDeniedAndEachDenialIsRecordedOnce() throws Exception {
        var key = client("nobody", null, null);
        for (var asked : addresses) {
            if (asked.isForEveryClient()) continue;
            long head = head();
            var answer = ask(asked, key);
            assertThat(answer.statusCode()).as(asked.toString()).isEqualTo(403);
            assertThat(answer.body()).as(asked.toString()).contains("PERMISSION_MISSING");
            // The denial, and the record of the command that noted it.
            assertThat(head() - head).as(asked.toString()).isEqualTo(2);
        }
    }

    @Test
    void aTokenIsTheClientOfItsSubject() throws Exception {
        var asked = new Asked("GET", "/v1/availability", null);
        assertThat(ask(asked, "Bearer " + issuer.token("alice")).statusCode()).isEqualTo(403);

        access().give(ClientId.of(Issuer.NAME + ".alice"), Role.ANALYST, null);

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                ask(asked, "Bearer " + issuer.token("alice")).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void anAuditorReadsAndChangesNothing() throws Exception {
        var key = client("auditor", Role.AUDITOR, null);
        for (var asked : addresses) {
            var answer = ask(asked, key);
            if (asked.method().equals("GET"))
                assertThat(answer.statusCode()).as(asked.toString()).isNotIn(401, 403, 500);
            else assertThat(answer.statusCode()).as(asked.toString()).isEqualTo(403);
        }
    }

    @Test
    void whoIsOfAnotherLocationDoesNothingInThisOne() throws Exception {
        var key = client("manager-of-faro", Role.MANAGER, List.of(LocationId.of("FARO")));
        for (var endpoint : CommandEndpoints.ALL)
            for (var example : endpoint.examples()) {
                long head = head();
                var answer = ask(new Asked("POST", endpoint.path(), example), key);
                assertThat(answer.statusCode())
                        .as(endpoint.name() + ": " + answer.body())
                        .isIn(403, 422);
                if (example.contains("LISBON"))
                    assertThat(answer.body()).as(endpoint.name()).containsAnyOf("_NOT_GRANTED", "PERMISSION_MISSING");
                // The refused command's record; where the permission is missing too, the denial before that of who
                // noted it.
                assertThat(head() - head).isEqualTo(answer.body().contains("PERMISSION_MISSING") ? 2 : 1);
            }
    }

    private static Access access() {
        return new Access(service.bean(Ledger.class), service.bean(Clock.class));
    }

    private static String client(String name, Role role, List<LocationId> locations) {
        var client = ClientId.of(name);
        var key = ApiKey.random();
        access().issue(key, client, null, null);
        if (role != null) access().give(client, role, locations, Limits.ALL);
        return "Bearer " + key.text();
    }

    private static long head() {
        return service.bean(CommandRecords.class).head();
    }

    private static List<Asked> addresses() throws Exception {
        var answer = ask(new Asked("GET", "/v3/api-docs", null), service.authorization());
        assertThat(answer.statusCode()).isEqualTo(200);
        var all = new ArrayList<Asked>();
        for (var path :
                CanonicalJson.MAPPER.readTree(answer.body()).required("paths").properties())
            for (var method : path.getValue().propertyNames())
                all.addAll(asked(method.toUpperCase(Locale.ROOT), path.getKey()));
        for (var path : BESIDES) all.add(new Asked("GET", path, null));
        return all;
    }

    private static List<Asked> asked(String method, String path) {
        var filled = path.replaceAll("\\{[^}]*position[^}]*}", "1").replaceAll("\\{\\*?[^}]+}", "SOMETHING");
        if (!method.equals("POST")) return List.of(new Asked(method, filled, null));
        return bodies(path).map(body -> new Asked(method, filled, body)).toList();
    }

    private static Stream<String> bodies(String path) {
        for (var endpoint : CommandEndpoints.ALL) if (endpoint.path().equals(path)) return endpoint.examples().stream();
        return Stream.of("{}");
    }

    private static HttpResponse<String> ask(Asked asked, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(service.uri(asked.path()));
        if (authorization != null) request.header("Authorization", authorization);
        if (asked.body() == null) request.method(asked.method(), BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(asked.method(), BodyPublishers.ofString(asked.body()));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
