package org.cartulary.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.cartulary.ops.database.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys: told once, found by their beginning, ended everywhere within a second. */
class KeysTest {

    private static final String ASKS = "cartulary.access.enabled=true";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterAll
    static void ends() {
        HTTP.close();
    }

    @Test
    void theFirstAdministratorIsMadeByTheCommandLineAndGivesEverybodyElseWhatHeMay() throws Exception {
        var administrator = made("create", "--client=chief", "--role=ADMINISTRATOR", "--days=30");
        assertThat(err.toString()).contains("This is the key of chief.").doesNotContain(administrator);
        try (var service = running("cartulary.access.demo=false")) {
            assertThat(DemoKey.file(new Home(home()))).doesNotExist();
            var till = ApiKey.random();
            assertThat(post(service, administrator, "/v1/access/keys", """
                    {"key": "%s", "client": "till-1", "hash": "%s", "occurredAt": "2026-03-01T09:00:00Z"}""".formatted(till.id(), till.hash())))
                    .isEqualTo(200);
            assertThat(get(service, bearer(till.text()))).isEqualTo(403);
            assertThat(post(service, administrator, "/v1/access/grants", """
                    {"client": "till-1", "grant": {"grant": "0199d000-0000-7000-8000-000000000009", "role": "CHANNEL"},
                     "occurredAt": "2026-03-01T09:00:00Z"}""")).isEqualTo(200);
            soon(service, bearer(till.text()), 200);

            assertThat(post(service, administrator, "/v1/access/revocations", """
                    {"key": "%s", "occurredAt": "2026-03-01T09:00:00Z"}""".formatted(till.id())))
                    .isEqualTo(200);
            soon(service, bearer(till.text()), 401);
        }
    }

    @Test
    void aRotatedKeyGoesOnUntilItsSuccessorIsInUse() throws Exception {
        var old = made("create", "--client=desk", "--role=ANALYST");
        var id = old.substring(5, 17);
        var successor = made("rotate", id, "--hours=1");
        try (var service = running()) {
            assertThat(get(service, bearer(old))).isEqualTo(200);
            assertThat(get(service, bearer(successor))).isEqualTo(200);
        }
        assertThat(keys("revoke", id)).isZero();
        try (var service = running()) {
            assertThat(get(service, bearer(old))).isEqualTo(401);
            assertThat(get(service, bearer(successor))).isEqualTo(200);
        }
    }

    @Test
    void theDemosKeyLiesInTheHomeForItsUserAloneAndIsAPasswordToo() throws Exception {
        String demo;
        try (var service = running()) {
            var file = DemoKey.file(new Home(home()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            demo = Files.readString(file).strip();
            assertThat(get(service, bearer(demo))).isEqualTo(200);
            assertThat(get(service, basic(demo))).isEqualTo(200);
            assertThat(get(service, basic("another"))).isEqualTo(401);
        }
        try (var service = running("cartulary.access.demo=false")) {
            assertThat(DemoKey.file(new Home(home()))).doesNotExist();
            assertThat(get(service, bearer(demo))).isEqualTo(401);
        }
    }

    @Test
    void whoSaysToBeAnotherClientIsRefused() throws Exception {
        try (var service = running()) {
            var request = HttpRequest.newBuilder(service.uri("/v1/products"))
                    .header("Authorization", service.authorization())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "1")
                    .header("Cartulary-Client", "somebody-else")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("CLIENT_OF_ANOTHER");
        }
    }

    private Path home() {
        return directory.resolve("home");
    }

    private RunningService running(String... further) {
        var all = new String[further.length + 1];
        all[0] = ASKS;
        System.arraycopy(further, 0, all, 1, further.length);
        return RunningService.on(home(), all);
    }

    /** The key that the command prints. */
    private String made(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(keys(arguments)).as(err.toString()).isZero();
        return out.toString().strip();
    }

    private int keys(String... arguments) {
        var all = new String[arguments.length + 3];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--home=" + home();
        all[all.length - 1] = "--cartulary.database.programs=" + SharedPrograms.DIRECTORY;
        return CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private static void soon(RunningService service, String authorization, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(get(service, authorization)).isEqualTo(status));
    }

    private static int get(RunningService service, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(service.uri("/v1/availability"))
                .header("Authorization", authorization)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static int post(RunningService service, String key, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(service.uri(path))
                .header("Authorization", bearer(key))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String bearer(String key) {
        return "Bearer " + key;
    }

    private static String basic(String password) {
        var pair = "anybody:" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
