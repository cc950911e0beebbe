package org.cartulary.ops.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;

/** Runs an import as its user does, in the test's JVM, and keeps what it told. */
public final class TriedImport {

    private static final Pattern COUNTS =
            Pattern.compile("([0-9]+) commands sent in .* s ([0-9]+) had been sent before");

    private final Path directory;
    private final String name;
    private final Path source;
    private Path home;
    private String told;

    /**
     * @param directory of which a part becomes the home
     * @param name of the command below {@code cartulary import}
     * @param source what is imported
     */
    public TriedImport(Path directory, String name, Path source) {
        this.directory = directory;
        this.name = name;
        this.source = source;
        this.home = directory.resolve("home");
    }

    public Path home() {
        return home;
    }

    /** The status with which it ended. */
    public int run(String... more) {
        var words = new StringWriter();
        var out = new PrintWriter(words, true);
        var arguments = new ArrayList<>(List.of(
                "import",
                name,
                "--home=" + home,
                "--cartulary.database.programs=" + SharedPrograms.DIRECTORY,
                source.toString()));
        arguments.addAll(List.of(more));
        int status = CommandLines.commandLine().setOut(out).setErr(out).execute(arguments.toArray(String[]::new));
        told = words.toString();
        return status;
    }

    /** All that the last run told. */
    public String told() {
        return told;
    }

    /** How many commands the last run sent, and how many an earlier one. */
    private long[] counts() {
        var counts = COUNTS.matcher(told.replace(",", ""));
        assertThat(counts.find()).as(told).isTrue();
        return new long[] {Long.parseLong(counts.group(1)), Long.parseLong(counts.group(2))};
    }

    /** Run again after all was imported, it sends nothing and tells the same figures. */
    public void sendsNothingMore(String heading, String... more) {
        var table = table(heading);
        assertThat(run(more)).as(told).isZero();
        assertThat(counts()[0]).isZero();
        assertThat(table(heading)).isEqualTo(table);
    }

    /** Killed after so many answers, and again, and run once more, it ends as one that nobody killed. */
    public void endsAsIfNeverKilled(Class<?> program, int first, int second, String heading) throws Exception {
        kill(program, first);
        kill(program, second);

        assertThat(run()).as(told).isZero();

        assertThat(told).contains("RECONCILED");
        assertThat(counts()[1]).isGreaterThanOrEqualTo(first + second - 2);
        var resumed = table(heading);
        long all = counts()[0] + counts()[1];
        home = directory.resolve("untouched");
        assertThat(run()).as(told).isZero();
        assertThat(table(heading)).isEqualTo(resumed);
        assertThat(counts()).containsExactly(all, 0);
    }

    /** The comparison that the last run told, which begins with this word. */
    private String table(String heading) {
        return told.substring(told.indexOf(heading), told.indexOf("commands sent"))
                .replaceAll("\\R.*$", "");
    }

    /** Runs in a process of its own, by this program, until so many answers have come. */
    private void kill(Class<?> program, int answers) throws IOException, InterruptedException {
        var log = directory.resolve("killed.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        home.toString(),
                        source.toString(),
                        Integer.toString(answers))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(137);
    }
}
