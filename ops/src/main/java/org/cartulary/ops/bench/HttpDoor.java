package org.cartulary.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.Uuid7;
import tools.jackson.databind.JsonNode;

/** Over HTTP on loopback, with connections kept alive: the way that channels take. */
final class HttpDoor implements Door {

    private static final Map<Class<? extends Command>, String> PATHS =
            CommandEndpoints.ALL.stream().collect(Collectors.toMap(Endpoint::command, Endpoint::path));

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String service;

    HttpDoor(int port) {
        this.service = "http://127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "HTTP";
    }

    @Override
    public void submit(Command command) {
        post(command);
    }

    /** Sends a command that must be accepted, and tells where it stands. */
    long positionOf(Command command) {
        return CanonicalJson.MAPPER.readTree(post(command)).required("position").longValue();
    }

    private String post(Command command) {
        var request = HttpRequest.newBuilder(URI.create(service + PATHS.get(command.getClass())))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Uuid7.random().toString())
                .POST(BodyPublishers.ofByteArray(CanonicalJson.write(command)))
                .build();
        return send(request);
    }

    /** What a query answers. */
    JsonNode read(String path) {
        return CanonicalJson.MAPPER.readTree(
                send(HttpRequest.newBuilder(URI.create(service + path)).build()));
    }

    @Override
    public void submitAll(List<Command> commands) {
        var items = commands.stream()
                .map(command -> Map.of(
                        "name", CommandCatalogue.name(command.getClass()),
                        "key", Uuid7.random().toString(),
                        "command", command))
                .toList();
        var request = HttpRequest.newBuilder(URI.create(service + CommandEndpoints.BULK))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(CanonicalJson.write(Map.of("parallel", true, "commands", items))))
                .build();
        var answer = send(request);
        var outcomes = CanonicalJson.MAPPER.readTree(answer);
        if (outcomes.required("accepted").intValue() != commands.size())
            throw new IllegalStateException("the batch was not accepted: " + answer);
    }

    private String send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200)
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            return response.body();
        } catch (IOException failure) {
            throw new IllegalStateException("the service does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
