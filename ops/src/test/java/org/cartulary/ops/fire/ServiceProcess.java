package org.cartulary.ops.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.access.DemoKey;
import org.cartulary.ops.database.Home;

/** The service as a process of its own, so that a test can kill it. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final int port;

    private final Path log;
    private final Path home;

    private ServiceProcess(Process process, int port, Path log, Path home) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.home = home;
    }

    static ServiceProcess on(Path home) {
        try {
            var log = Files.createTempFile(home, "service", ".log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Cartulary.class.getName(),
                            "serve",
                            "--port=0",
                            "--home=" + home.resolve("home"),
                            "--cartulary.database.programs=" + SharedPrograms.DIRECTORY)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServiceProcess(process, port(process, log), log, home.resolve("home"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int port(Process process, Path log) {
        var said = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .failFast("the service ended", () -> !process.isAlive())
                .until(() -> PAGE.matcher(Files.readString(log)), matcher -> matcher.find());
        return Integer.parseInt(said.group(1));
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** That of the key which the service has made itself. */
    private String authorization() throws IOException {
        return "Bearer " + Files.readString(DemoKey.file(new Home(home))).strip();
    }

    /** As {@code kill -9}: the process has no time to say goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Its exit status, once it has ended by itself. */
    int ended() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("the service runs on");
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        client.close();
    }
}
