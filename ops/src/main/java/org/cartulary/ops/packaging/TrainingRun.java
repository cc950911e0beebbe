package org.cartulary.ops.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the service on a home of its own, of which the JVM remembers what it loaded, linked and ran often. */
final class TrainingRun {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_END = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 50;
    private static final List<String> PAGES =
            List.of("/", "/actuator/health", "/v1/analysis/sales?by=day", "/v1/availability?sku=TEAPOT&channel=web");
    private static final String LOCATION = """
            {"location": "LISBON", "name": "Lisbon", "country": "PT", "zone": "Europe/Lisbon", "currency": "EUR",
             "occurredAt": "2026-03-01T09:00:00Z"}""";

    private final Launcher launcher;
    private final Path jar;
    private final Path home;

    TrainingRun(Launcher launcher, Path jar, Path home) {
        this.launcher = launcher;
        this.jar = jar;
        this.home = home;
    }

    /** @throws IOException where the service did not start, answer, or end by itself */
    void record(Path cache) throws IOException, InterruptedException {
        var log = cache.resolveSibling("training.log");
        int port = freePort();
        var options = List.of("-XX:AOTCacheOutput=" + cache.getFileName(), "-Xlog:aot*=off");
        var arguments = List.of("serve", "--port=" + port, "--home=" + home);
        var process = launcher.builder(jar, options, arguments)
                .directory(cache.getParent().toFile())
                .redirectOutput(log.toFile())
                .start();
        try (var client = HttpClient.newHttpClient()) {
            awaitAnswer(client, process, URI.create("http://127.0.0.1:" + port));
            process.destroy();
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS) || !Files.isReadable(cache))
                throw new IOException("the training run left no cache, see " + log);
        } finally {
            end(process);
        }
    }

    private void awaitAnswer(HttpClient client, Process process, URI service) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!isReady(client, service)) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos())
                throw new IOException("the training run did not start: run the service to see why");
            Thread.sleep(POLL_MILLIS);
        }
        send(
                client,
                HttpRequest.newBuilder(service.resolve("/v1/locations"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "training")
                        .POST(BodyPublishers.ofString(LOCATION)));
        for (var page : PAGES) send(client, HttpRequest.newBuilder(service.resolve(page)));
    }

    private boolean isReady(HttpClient client, URI service) throws InterruptedException {
        try {
            return send(client, HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** With the key that the service makes itself in a home of its own. */
    private int send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        var key = Files.readString(home.resolve("demo.key")).strip();
        return client.send(
                        request.timeout(LONGEST_START)
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** Whatever happened: neither the service, nor the JVM that makes the cache, nor the database lives on. */
    private void end(Process process) throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var server = home.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(server))
            ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(server).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroy);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
