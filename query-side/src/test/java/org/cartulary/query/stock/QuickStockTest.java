package org.cartulary.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.cartulary.query.QueryTest;
import org.cartulary.query.ReadTables;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The short way of a read answers what the long one does. */
@QueryTest
class QuickStockTest {

    /** Only the long way takes an answer in several formats. */
    private static final String LONG_WAY = "application/json, text/html;q=0.1";

    private static final Executor EACH_BESIDE_THE_OTHERS = Thread::startVirtualThread;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;
    private final Seed seed;

    QuickStockTest(Environment environment, Seed seed) {
        this.environment = environment;
        this.seed = seed;
    }

    @BeforeEach
    void shelves() {
        seed.empty();
        seed.progress(5);
        for (var location : List.of("LISBON", "PORTO")) seed.database.update("""
                    insert into stock.level (location, sku, sellable, quarantine, damaged, reserved, position)
                    values (?, 'TEAPOT', 7, 1, 0, 0, 4)""", location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/availability",
                "/v1/availability?sku=TEAPOT&location=PORTO&channel=web",
                "/v1/availability?limit=1",
                "/v1/availability?sku=NOTHING",
                "/v1/availability?limit=0",
                "/v1/availability?sku=",
                "/v1/availability?colour=blue",
                "/v1/availability?cursor=made-up",
                "/v1/availability?min-position=6",
                "/v1/availability/TEAPOT",
                "/v1/availability/TEAPOT?channel=web&min-position=5",
                "/v1/availability/TEAPOT?min-position=6",
                "/v1/availability/NOTHING",
                "/v1/availability/no%20sku",
            })
    void bothWaysSayTheSame(String path) throws Exception {
        var brief = get(path, "application/json");
        var longer = get(path, LONG_WAY);
        assertThat(brief.statusCode()).isEqualTo(longer.statusCode());
        assertThat(brief.body()).isEqualTo(longer.body());
        for (var header : List.of("Content-Type", "Ledger-Position", "Retry-After"))
            assertThat(brief.headers().allValues(header))
                    .as(header)
                    .isEqualTo(longer.headers().allValues(header));
    }

    @Test
    void afterASwapTheNewTablesAreRead() throws Exception {
        for (int i = 0; i < 10; i++)
            assertThat(get("/v1/availability/TEAPOT", "*/*").body()).contains("\"onHand\":\"16\"");
        ReadTables.create(seed.database, "stock", "stock_rebuild");
        seed.database.execute("drop schema stock cascade");
        seed.database.execute("alter schema stock_rebuild rename to stock");
        assertThat(get("/v1/availability/TEAPOT", "*/*").body()).contains("\"onHand\":\"0\"");
    }

    @Test
    void readsAtOnceAreAnsweredEachForItself() {
        for (int i = 0; i < 20; i++) {
            seed.level("LISBON", "CUP-" + i, "" + i);
            seed.safety("LISBON", "CUP-" + i, "web", "1");
        }
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> available(i % 20, i % 3 == 0 ? "?channel=web&min-position=5" : ""),
                        EACH_BESIDE_THE_OTHERS))
                .toList();
        for (int i = 0; i < 200; i++)
            assertThat(answers.get(i).join())
                    .contains("\"sku\":\"CUP-" + i % 20 + "\"")
                    .contains("\"availableToSell\":\"" + (i % 3 == 0 ? Math.max(0, i % 20 - 1) : i % 20) + "\"");
    }

    private String available(int cup, String parameters) {
        try {
            return get("/v1/availability/CUP-" + cup + parameters, "*/*").body();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
