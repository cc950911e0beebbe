package org.cartulary.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** That every load of the benchmark and every reference works; how fast they are, no test says. */
class BenchTest {

    /** What all of the loads note, in their order. */
    private static final List<String> ALL = List.of(
            "P",
            "commands",
            "X-commands",
            "checkouts",
            "X-checkouts",
            "hot",
            "H",
            "N",
            "reads",
            "sales-by-month",
            "http-checkouts",
            "overload",
            "overload-sent-away",
            "sold-out",
            "sold-out-whole",
            "bulk",
            "mixed",
            "N-open-commands",
            "open-commands",
            "N-open-http-checkouts",
            "open-http-checkouts",
            "N-open-reads",
            "open-reads",
            "steady",
            "steady-visible",
            "return-visible",
            "return-visible-beside",
            "load",
            "backup",
            "C",
            "replay-stock",
            "replay-trade",
            "replay-history",
            "start-plain");

    @TempDir
    Path directory;

    private final StringWriter words = new StringWriter();

    @Test
    void everyLoadIsMeasuredBesideItsReferences() throws Exception {
        var report = run("--only=" + Course.STEPS.stream().map(Step::name).collect(Collectors.joining(",")));

        assertThat(names(report, "figures", "name"))
                .filteredOn(name -> !name.equals("start"))
                .containsExactlyElementsOf(ALL);
        // A crowd of a quick machine may all be let in.
        assertThat(report.required("figures").valueStream())
                .filteredOn(figure -> !figure.required("name").stringValue().equals("overload-sent-away"))
                .allMatch(figure -> figure.required("calls").longValue() > 0);
        assertThat(names(report, "bars", "load"))
                .contains("commands", "checkouts", "hot", "bulk", "reads", "http-checkouts", "http-checkouts, p99")
                .contains(
                        "open-commands",
                        "open-http-checkouts",
                        "open-reads",
                        "replay-stock",
                        "steady-visible",
                        "steady, heap",
                        "overload, p99",
                        "overload, heap",
                        "sold-out, sold in each round");
        assertThat(words.toString()).contains("| P | one-row inserts by ", "| commands | at least 2 × P |");
    }

    /** On the same ledger again, which has been filled meanwhile, and without what not every machine has. */
    @Test
    void aLedgerThatIsKeptIsFilledAndMeasuredBesideAnEarlierRun() throws Exception {
        var ledger = "--ledger=" + directory.resolve("ledger");
        var few = "--only=P,H";
        var first = run(ledger, few, "--without-projections", "--without-pgbench");
        Files.move(directory.resolve("figures.json"), directory.resolve("earlier.json"));
        long before = first.at("/machine/events").longValue();

        var second = run(
                ledger,
                few,
                "--without-projections",
                "--without-pgbench",
                "--fill=" + (before + 1_000),
                "--beside=" + directory.resolve("earlier.json"));

        assertThat(names(second, "figures", "name")).containsExactly("P", "H");
        assertThat(second.at("/machine/events").longValue()).isGreaterThanOrEqualTo(before + 1_000);
        assertThat(words.toString())
                .contains("one-row inserts by JDBC", "| P | at least 0.80 × that of the earlier run |");
    }

    @Test
    void aLoadThatThereIsNotIsRefused() {
        assertThat(execute("--only=comands")).isEqualTo(2);
        assertThat(words.toString()).contains("there is no load comands");
    }

    private JsonNode run(String... options) throws Exception {
        var json = directory.resolve("figures.json");
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--clients=4", "--warm-up=0", "--seconds=0.3", "--json=" + json));
        assertThat(execute(all.toArray(String[]::new))).isZero();
        return CanonicalJson.MAPPER.readTree(Files.readAllBytes(json));
    }

    private int execute(String... options) {
        var arguments = new ArrayList<>(List.of("bench"));
        arguments.addAll(List.of(options));
        arguments.add("--cartulary.database.programs=" + SharedPrograms.DIRECTORY);
        var out = new PrintWriter(words, true);
        return CommandLines.commandLine().setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
    }

    private static List<String> names(JsonNode report, String rows, String member) {
        return report.required(rows)
                .valueStream()
                .map(row -> row.required(member).stringValue())
                .toList();
    }
}
