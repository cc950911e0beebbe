package org.cartulary.query.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of server-sent events, as browsers are. */
final class OpenStream implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final HttpResponse<InputStream> response;
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private OpenStream(String uri, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        this.response = client.send(request.build(), BodyHandlers.ofInputStream());
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static OpenStream of(String uri) throws IOException, InterruptedException {
        return new OpenStream(uri, null);
    }

    static OpenStream again(String uri, String lastEventId) throws IOException, InterruptedException {
        return new OpenStream(uri, lastEventId);
    }

    private void read() {
        try (var scanner = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (scanner.hasNextLine()) lines.add(scanner.nextLine());
        }
    }

    /** The positions of the events, in the order in which they came. */
    List<Long> events() {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> Long.parseLong(line.replaceAll(".*\"position\":\"(\\d+)\".*", "$1")))
                .toList();
    }

    /** What a browser would come again with. */
    String lastId() {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .map(line -> line.substring(4))
                .orElse("");
    }

    boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
