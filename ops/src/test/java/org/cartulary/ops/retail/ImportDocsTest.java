package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docs are true: runs the commands of docs/import-online-retail.md, on the made-up sample. */
class ImportDocsTest {

    private static final Path DOC = Repository.root().resolve("docs/import-online-retail.md");
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String LAUNCHER = "ops/bin/cartulary ";

    @TempDir
    Path directory;

    @Test
    void theCommandsOfTheDocRun() throws IOException {
        packSample();
        var commands =
                commands().stream().filter(line -> line.startsWith(LAUNCHER)).toList();
        assertThat(commands).hasSizeGreaterThan(1);
        for (var command : commands) {
            var words = new StringWriter();
            var out = new PrintWriter(words, true);
            var status = CommandLines.commandLine().setOut(out).setErr(out).execute(arguments(command));
            assertThat(status).as(command + "\n" + words).isZero();
        }
        assertThat(directory.resolve("refused.csv")).exists();
    }

    @Test
    void noCommandIsLeftThatNobodyRuns() throws IOException {
        assertThat(commands()).allMatch(line -> line.startsWith(LAUNCHER));
    }

    private static List<String> commands() throws IOException {
        return SHELL.matcher(Files.readString(DOC))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    private void packSample() throws IOException {
        try (var packed = new ZstdOutputStream(Files.newOutputStream(directory.resolve("online_retail.csv.zst")))) {
            Files.copy(Rows.sample(), packed);
        }
    }

    private String[] arguments(String command) {
        var arguments = new ArrayList<String>();
        for (var argument : command.substring(LAUNCHER.length()).split(" "))
            arguments.add(
                    argument.contains(".csv") ? directory.resolve(argument).toString() : argument);
        arguments.add("--home=" + directory.resolve("home"));
        arguments.add("--cartulary.database.programs=" + SharedPrograms.DIRECTORY);
        return arguments.toArray(String[]::new);
    }
}
