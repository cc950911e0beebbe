package org.cartulary.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** That every way of the benchmark works; how fast it is, no test says. */
class BenchTest {

    @TempDir
    Path directory;

    @Test
    void eachWayIsMeasuredBesideTheReference() throws Exception {
        var json = directory.resolve("figures.json");
        var words = new StringWriter();

        int exit = CommandLines.commandLine()
                .setOut(new PrintWriter(words, true))
                .execute(
                        "bench",
                        "--only=checkout,return-visible",
                        "--clients=4",
                        "--warm-up=1",
                        "--seconds=1",
                        "--json=" + json,
                        "--cartulary.database.programs=" + SharedPrograms.DIRECTORY);

        assertThat(exit).isZero();
        assertThat(words.toString()).contains("| one-row insert | SQL |", "| checkout | HTTP, bulk of 200 |");
        var figures = CanonicalJson.MAPPER.readTree(Files.readAllBytes(json));
        assertThat(figures.valueStream().map(figure -> figure.required("way").stringValue()))
                .containsExactly(
                        "SQL", "in-process", "HTTP", "HTTP, bulk of 200", "HTTP, alone", "HTTP, beside 1 checking out");
        assertThat(figures.valueStream().map(BenchTest::perSecond)).allMatch(perSecond -> perSecond > 0);
    }

    private static long perSecond(JsonNode figure) {
        return figure.required("perSecond").longValue();
    }
}
