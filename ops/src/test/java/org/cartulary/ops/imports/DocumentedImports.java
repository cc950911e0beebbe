package org.cartulary.ops.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.cartulary.testing.Repository;

/** The commands that the page of an import shows, and a way to run them in a directory of a test's own. */
public final class DocumentedImports {

    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String LAUNCHER = "ops/bin/cartulary ";

    private final Path directory;
    private final Set<String> files;

    /** @param files words of the commands that name something in the directory */
    public DocumentedImports(Path directory, Set<String> files) {
        this.directory = directory;
        this.files = files;
    }

    /** Runs all commands of the page; there is no other line in its shell blocks, and more than one. */
    public void run(String page) throws IOException {
        var commands = SHELL.matcher(Files.readString(Repository.root().resolve(page)))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(commands).hasSizeGreaterThan(1).allMatch(line -> line.startsWith(LAUNCHER));
        commands.forEach(this::runOne);
    }

    private void runOne(String command) {
        var words = new StringWriter();
        var out = new PrintWriter(words, true);
        var status = CommandLines.commandLine().setOut(out).setErr(out).execute(arguments(command));
        assertThat(status).as(command + "\n" + words).isZero();
    }

    private String[] arguments(String command) {
        var arguments = new ArrayList<String>();
        for (var word : List.of(command.substring(LAUNCHER.length()).split(" ")))
            arguments.add(files.contains(word) ? directory.resolve(word).toString() : word);
        arguments.add("--home=" + directory.resolve("home"));
        arguments.add("--cartulary.database.programs=" + SharedPrograms.DIRECTORY);
        return arguments.toArray(String[]::new);
    }
}
