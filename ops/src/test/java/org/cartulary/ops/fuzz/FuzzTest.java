package org.cartulary.ops.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.bench.http.Answer;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.http.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent is answered, with 200 or a reason, and no service breaks: 50,000 commands with
 * {@code -Dcartulary.fuzz=50000}. The same seed makes the same requests.
 */
class FuzzTest {

    private static final int NUMBER = Integer.getInteger("cartulary.fuzz", 50_000);
    private static final long SEED = Long.getLong("cartulary.fuzz.seed", 20_260_302L);
    private static final int CLIENTS = 8;

    @TempDir
    static Path home;

    static RunningService service;
    static Requests requests;
    static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll
    static void start() {
        service = RunningService.on(home);
        try (var connection = new HttpConnection(service.port())) {
            requests = new Requests(json(connection.ask(new Messages(null).get("/v3/api-docs"))));
            for (var endpoint : CommandEndpoints.ALL) {
                int number = 0;
                for (var example : endpoint.examples())
                    connection.exchange(new Messages(null)
                            .post(
                                    endpoint.path(),
                                    "first-" + endpoint.name() + ++number,
                                    example.getBytes(StandardCharsets.UTF_8)));
            }
        }
        LOG.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
        System.out.println("fuzz: " + NUMBER + " requests from the seed " + SEED);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
        service.close();
    }

    @Test
    void noRequestBreaksTheService() throws Exception {
        everyAnswerHasAReason(NUMBER, requests::command);
        everyAnswerHasAReason(NUMBER / 5, requests::read);
        assertThat(LOG.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR)))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
        assertThat(LOG.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(Odd.CARD));
        everyProjectionFollows();
    }

    private void everyAnswerHasAReason(int number, LongFunction<byte[]> request) throws Exception {
        var next = new AtomicLong(SEED);
        List<Future<List<String>>> callers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) callers.add(threads.submit(() -> wrong(next, SEED + number, request)));
            for (var caller : callers) assertThat(caller.get()).isEmpty();
        }
    }

    private static List<String> wrong(AtomicLong next, long end, LongFunction<byte[]> request) {
        var wrong = new ArrayList<String>();
        try (var connection = new HttpConnection(service.port())) {
            for (long seed = next.getAndIncrement(); seed < end && wrong.size() < 3; seed = next.getAndIncrement()) {
                var sent = request.apply(seed);
                var answer = connection.ask(sent);
                if (!isSound(answer)) wrong.add(told(seed, sent, answer));
            }
        }
        return wrong;
    }

    /** What is overloaded says when to come again; nothing else may fail, or tell of its inside. */
    private static boolean isSound(Answer answer) {
        var text = answer.text();
        if (answer.status() == 400 && text.contains(Odd.CARD)) return false;
        if (text.contains("org.cartulary") || text.contains("Exception")) return false;
        if (answer.status() < 400) return true;
        return (answer.status() < 500 || answer.status() == 503 && answer.retryAfterSeconds() > 0)
                && json(answer).path("code").isString();
    }

    private static String told(long seed, byte[] sent, Answer answer) {
        var request = new String(sent, StandardCharsets.UTF_8);
        return "seed %d: %s%n%d %s".formatted(seed, cut(request), answer.status(), cut(answer.text()));
    }

    private static String cut(String text) {
        return text.length() > 3_000 ? text.substring(0, 3_000) + "…" : text;
    }

    private static void everyProjectionFollows() {
        long head = service.bean(CommandRecords.class).head();
        try (var connection = new HttpConnection(service.port())) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(json(connection.ask(new Messages(null).get("/v1/projections")))
                                    .get("items")
                                    .valueStream()
                                    .mapToLong(projection ->
                                            projection.get("position").longValue()))
                            .allMatch(position -> position >= head));
            assertThat(connection
                            .ask(new Messages(null).get("/actuator/health"))
                            .status())
                    .isEqualTo(200);
            assertThat(connection.ask(new Messages(null).get("/")).status()).isEqualTo(200);
        }
    }

    private static JsonNode json(Answer answer) {
        return Odd.JSON.readTree(answer.text());
    }
}
