package org.cartulary.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.database.Home;
import org.cartulary.ops.database.HomeLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    Path directory;

    @Test
    void theServiceAnswersAndShowsNoStackTraceToItsCallers() throws Exception {
        try (var service = RunningService.on(directory)) {
            assertThat(get(service.uri("/actuator/health"))).contains("\"status\":\"UP\"");
            assertThat(get(service.uri("/actuator/prometheus"))).contains("hikaricp_connections");
            assertThat(get(service.uri("/v1/no-such-thing"))).contains("404").doesNotContain("Exception");
        }
    }

    @Test
    void aSecondServiceOnTheSameHomeEndsWithOneSentenceAndNoStackTrace() throws Exception {
        try (var first = HomeLock.take(new Home(directory))) {
            assertThat(refusal())
                    .contains("already works on " + directory + ".")
                    .contains("CARTULARY_HOME")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void theServiceListensForNobodyElseWhereItAsksNobodyWhoHeIs() throws Exception {
        assertThat(refusal("--server.address=0.0.0.0", "--cartulary.access.enabled=false"))
                .contains("listen on 0.0.0.0, and to ask nobody there who he is")
                .doesNotContain("\tat ");
    }

    @Test
    void itsMetricsAreForNobodyElseEither() throws Exception {
        assertThat(refusal("--management.server.port=0", "--management.server.address=0.0.0.0"))
                .contains("listen on 0.0.0.0, and to ask nobody there who he is")
                .doesNotContain("\tat ");
        assertThat(refusal("--management.server.port=0"))
                .contains("listen on every address, and to ask nobody there who he is")
                .contains("Set management.server.address to 127.0.0.1")
                .doesNotContain("\tat ");
    }

    @Test
    void whatCannotBeServedIsRefusedWithASentence() throws Exception {
        assertThat(refusal("--port=99999")).contains("There is no port 99999.").doesNotContain("\tat ");
    }

    /** What a process of its own says that must fail to serve. */
    private String refusal(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Cartulary.class.getName(),
                "serve",
                "--home=" + directory,
                "--cartulary.database.programs=" + SharedPrograms.DIRECTORY));
        command.addAll(List.of(arguments));
        var output = directory.resolveSibling(directory.getFileName() + ".out").toFile();
        output.deleteOnExit();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readString(output.toPath());
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
