package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.cartulary.ops.database.Home;
import org.cartulary.ops.database.HomeLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the made-up sample, which has every oddity of the real file, with a real PostgreSQL. */
class OnlineRetailImportTest {

    private static final Pattern COUNTS =
            Pattern.compile("([0-9]+) commands sent in .* s ([0-9]+) had been sent before");

    @TempDir
    Path directory;

    private String told;

    @Test
    void theLedgerAgreesWithTheFileAndAgainWhenNothingIsLeftToDo() {
        var rejects = directory.resolve("rejects.csv");

        assertThat(run("--rejects=" + rejects)).as(told).isZero();

        assertThat(told)
                .contains("RECONCILED", "6 rows refused")
                .containsPattern("2010-12 +14 +6 +141\\.39 +89\\.60 +51\\.79 +0\\.00 +as the file")
                .containsPattern("2011-08 .* -110\\.62 +as the file");
        assertThat(Rows.lines(rejects))
                .hasSize(7)
                .contains("30,a quantity is a whole number of at most nine digits,700019,90001A,BLUE ENAMEL JUG,six,"
                        + "2011-08-13 09:00:00,2.55,10001.0,United Kingdom")
                .anyMatch(line -> line.startsWith("35,PRODUCT_HAS_NO_STOCK: "));

        var table = table();
        assertThat(run("--rejects=" + rejects)).as(told).isZero();
        assertThat(counts()[0]).isZero();
        assertThat(table()).isEqualTo(table);
        assertThat(Rows.lines(rejects)).hasSize(7);
    }

    @Test
    void killedTwiceItEndsWithTheSameFigures() throws Exception {
        kill(9);
        kill(20);

        assertThat(run()).as(told).isZero();

        assertThat(told).contains("RECONCILED");
        assertThat(counts()[1]).isGreaterThanOrEqualTo(29);
        var resumed = table();
        long all = counts()[0] + counts()[1];
        home = "untouched";
        assertThat(run()).as(told).isZero();
        assertThat(table()).isEqualTo(resumed);
        assertThat(counts()).containsExactly(all, 0);
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndTouchesNothing() {
        assertThat(run("--dry-run")).isZero();

        assertThat(told)
                .contains(
                        "37 rows",
                        "3 RecordFinancialAdjustment",
                        "11 RecordSale",
                        "5 rows refused",
                        "nothing was recorded");
        assertThat(directory.resolve(home)).doesNotExist();
    }

    @Test
    void whereAServiceRunsOnTheSameHomeItIsRefusedInASentence() {
        try (var service = HomeLock.take(new Home(directory.resolve(home)))) {
            assertThat(run()).isEqualTo(1);
        }
        assertThat(told).contains("Another Cartulary").doesNotContain("\tat ");
    }

    private String home = "home";

    private int run(String... more) {
        var words = new StringWriter();
        var out = new PrintWriter(words, true);
        var arguments = new ArrayList<>(List.of(
                "import",
                "online-retail",
                "--home=" + directory.resolve(home),
                "--cartulary.database.programs=" + SharedPrograms.DIRECTORY,
                Rows.sample().toString()));
        arguments.addAll(List.of(more));
        int status = CommandLines.commandLine().setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
        told = words.toString();
        return status;
    }

    private void kill(int answers) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportToBeKilled.class.getName(),
                        directory.resolve(home).toString(),
                        Rows.sample().toString(),
                        Integer.toString(answers))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("killed.log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> String.join("\n", Rows.lines(directory.resolve("killed.log"))))
                .isEqualTo(137);
    }

    private String table() {
        return told.substring(told.indexOf("month"), told.indexOf("commands sent"))
                .replaceAll("\\R.*$", "");
    }

    /** How many commands this run sent, and how many an earlier one. */
    private long[] counts() {
        var counts = COUNTS.matcher(told.replace(",", ""));
        assertThat(counts.find()).as(told).isTrue();
        return new long[] {Long.parseLong(counts.group(1)), Long.parseLong(counts.group(2))};
    }
}
