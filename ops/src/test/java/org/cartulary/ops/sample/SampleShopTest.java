package org.cartulary.ops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The made-up shop shows something worth seeing, and is never mixed into real trade. */
class SampleShopTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path home;

    @Test
    void someDaysOfTradeOfFiveLocationsAndFiftyProductsAreLoadedOnce() throws Exception {
        try (var service = RunningService.on(home)) {
            var loaded = service.bean(SampleLoader.class).load();

            assertThat(loaded.accepted()).isGreaterThan(200);
            var at = "&min-position=" + loaded.position();
            assertThat(get(service, "/v1/locations?limit=100" + at).required("items"))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(get(service, "/v1/products?limit=100" + at).required("items"))
                    .hasSize(51);
            assertThat(get(service, "/v1/history/commands?outcome=REFUSED&limit=1000" + at)
                            .required("items"))
                    .hasSize(loaded.refused())
                    .allMatch(refused -> refused.required("code").stringValue().equals("NOT_ENOUGH_STOCK"));
            assertThat(get(service, "/v1/transfers?open=true" + at).required("items"))
                    .hasSize(3);
            assertThat(get(service, "/v1/in-transit?location=FARO" + at).required("items"))
                    .hasSize(1)
                    .allMatch(missing ->
                            missing.required("quantity").stringValue().equals("1"));
            assertThat(service.bean(SampleLoader.class).load()).isEqualTo(loaded);
        }
    }

    @Test
    void realTradeIsLeftAloneAndTheUserHearsWhatToDo() throws Exception {
        try (var service = RunningService.on(home)) {
            var location = """
                    {"location": "LISBON", "name": "Shop", "country": "PT", "zone": "Europe/Lisbon", "currency": "EUR",
                     "occurredAt": "2026-03-01T09:00:00Z"}""";
            var opened = HTTP.send(
                    HttpRequest.newBuilder(service.uri("/v1/locations"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "opened")
                            .POST(HttpRequest.BodyPublishers.ofString(location))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        }
        var words = new StringWriter();
        var out = new PrintWriter(words, true);

        int exit = CommandLines.commandLine()
                .setOut(out)
                .setErr(out)
                .execute("sample", "--home=" + home, "--cartulary.database.programs=" + SharedPrograms.DIRECTORY);

        assertThat(exit).isEqualTo(1);
        assertThat(words.toString())
                .contains("holds trade already", "Give it a home of its own")
                .doesNotContain("Exception");
    }

    private static JsonNode get(RunningService service, String path) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(service.uri(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return CanonicalJson.MAPPER.readTree(answer.body());
    }
}
