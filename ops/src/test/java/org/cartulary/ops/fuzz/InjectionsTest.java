package org.cartulary.ops.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.http.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What is a command to a database, a page, a table or a log elsewhere is nothing but a text here. */
class InjectionsTest {

    @TempDir
    Path home;

    private final Set<String> sent = new HashSet<>();
    private int keys;

    @Test
    void inEveryTextOfEveryCommandTheyAreStoredAndShownAsData() {
        try (var service = RunningService.on(home);
                var connection = new HttpConnection(service.port())) {
            for (var endpoint : CommandEndpoints.ALL)
                for (var example : endpoint.examples()) {
                    send(connection, endpoint.path(), Odd.JSON.readTree(example), null);
                    for (var text : Odd.INJECTIONS)
                        for (var body : Mutations.withEachText(Odd.JSON.readTree(example), text))
                            send(connection, endpoint.path(), body, text);
                }
            assertThat(sent).as("accepted somewhere").containsAll(Odd.INJECTIONS);
            assertThat(stored(connection)).containsAll(sent);
            isEscapedOnThePage(connection, service.bean(CommandRecords.class).head());
        }
    }

    private void send(HttpConnection connection, String path, JsonNode body, String text) {
        var bytes = Odd.JSON.writeValueAsBytes(body);
        var answer = connection.ask(new Messages(null).post(path, "injection-" + ++keys, bytes));
        assertThat(answer.status()).as("%s %s: %s", path, body, answer.text()).isIn(200, 400, 422);
        if (answer.status() == 200 && text != null) sent.add(text);
    }

    /** All texts in the payloads of all events. */
    private static Set<String> stored(HttpConnection connection) {
        var texts = new HashSet<String>();
        var next = "";
        do {
            var answer = connection.exchange(new Messages(null).get("/v1/history/events?limit=1000" + next));
            var page = Odd.JSON.readTree(new String(answer, StandardCharsets.UTF_8));
            collect(page, texts);
            next = page.has("next") ? "&cursor=" + page.get("next").stringValue() : "";
        } while (!next.isEmpty());
        return texts;
    }

    private static void collect(JsonNode node, Set<String> into) {
        if (node.isString()) into.add(node.stringValue());
        node.valueStream().forEach(value -> collect(value, into));
    }

    private static void isEscapedOnThePage(HttpConnection connection, long head) {
        connection.exchange(new Messages(null).get("/v1/analysis/sales?by=day&min-position=" + head));
        for (var address : List.of("/", "/?sku=%3Cscript%3Ealert(1)%3C/script%3E", "/?sku=%22%3E%3Cimg%20src=x%3E")) {
            var page = new String(connection.exchange(new Messages(null).get(address)), StandardCharsets.UTF_8);
            assertThat(page).doesNotContain("<script>alert", "<img src=x");
            if (address.length() > 1) assertThat(page).contains("&lt;");
        }
    }

    /** A line of its own would begin with a time. */
    @Test
    void aTextForgesNoLineOfTheLog() {
        try (var service = RunningService.on(home)) {
            var root = (Logger) LoggerFactory.getLogger("ROOT");
            var console = (OutputStreamAppender<ILoggingEvent>) root.getAppender("CONSOLE");
            var event = new LoggingEvent("x", root, Level.WARN, "it said {}", null, new Object[] {
                "x\r\n00:00:00.000 ERROR Ledger: forged\n01:01:01.001 INFO  Ledger: too"
            });
            assertThat(new String(console.getEncoder().encode(event), StandardCharsets.UTF_8)
                            .strip()
                            .lines())
                    .hasSize(1);
            assertThat(service.port()).isPositive();
        }
    }
}
