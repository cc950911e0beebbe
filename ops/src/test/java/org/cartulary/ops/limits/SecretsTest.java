package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.database.Database;
import org.cartulary.ops.database.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody else may know is written to no log, however talkative it is. */
class SecretsTest {

    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.c2VjcmV0LW9mLWEtdG9rZW4.c2lnbmF0dXJl";
    private static final String API_KEY = "ctly_secretofadevice0123456789";
    private static final String CODE = "GIFT-9WX2-K7QP";
    private static final String CARD = "4111111111111111";

    @TempDir
    Path directory;

    @Test
    void noneOfThemIsInTheLogAtTheLevelDebug() throws Exception {
        var log = directory.resolve("log");
        try (var database = Database.embedded(new Home(directory.resolve("server")), SharedPrograms.DIRECTORY)) {
            var service = started(database, log);
            try {
                var port = port(service, log);
                for (var path :
                        List.of("/v1/stored-value/lookups", "/v1/stock/receipts", "/v1/commands", "/v1/nothing"))
                    sendSecrets(port, path);
            } finally {
                service.destroy();
                assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(Files.readString(log))
                    .contains("DEBUG")
                    .doesNotContain(database.password(), TOKEN, API_KEY, CODE, CODE.replace("-", ""), CARD);
        }
    }

    private Process started(Database database, Path log) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cartulary.class.getName(),
                        "serve",
                        "--port=0",
                        "--home=" + directory.resolve("home"),
                        "--cartulary.database.url=" + database.url(),
                        "--cartulary.database.username=" + database.username(),
                        "--logging.level.root=debug",
                        "--logging.level.org.cartulary=debug")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CARTULARY_DATABASE_PASSWORD", database.password());
        return builder.start();
    }

    private static int port(Process service, Path log) {
        var said = await().atMost(Duration.ofMinutes(2))
                .failFast("the service ended", () -> !service.isAlive())
                .until(() -> PAGE.matcher(Files.readString(log)), matcher -> matcher.find());
        return Integer.parseInt(said.group(1));
    }

    private static void sendSecrets(int port, String path) throws IOException {
        for (var body : List.of("{\"code\":\"" + CODE + "\"}", "{\"reference\":\"" + CARD + "\"}", CARD)) {
            var head = RawHttp.head(
                    "POST " + path,
                    "Content-Type: application/json",
                    "Authorization: Bearer " + TOKEN,
                    "X-Api-Key: " + API_KEY,
                    "Idempotency-Key: " + CARD,
                    "Content-Length: " + body.length());
            var answer = RawHttp.answer(port, head, out -> out.write(body.getBytes(StandardCharsets.US_ASCII)));
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(TOKEN, API_KEY, CODE, CARD);
        }
    }
}
