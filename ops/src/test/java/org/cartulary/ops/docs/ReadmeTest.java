package org.cartulary.ops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.cli.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Docs are true: the README's story is run as a new user would run it, and each of its help texts is asked for. What starts
 * Maven is run by CI, and the external database by a test of its own.
 */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path home;

    @Test
    void theStoryOfOneSaleIsSeenInThreeViews() throws Exception {
        try (var service = RunningService.on(home, "cartulary.access.enabled=true")) {
            var told = run(story().replace("8080", Integer.toString(service.port()))
                    .replace("${CARTULARY_HOME:-$HOME/.cartulary}", home.toString()));

            assertThat(told)
                    .contains("\"command\":\"command/demo/readme-4\"", "\"position\":25")
                    .contains("\"availableToSell\":\"3\"")
                    .contains("\"grossMinor\":5610", "2026-03-01")
                    .contains("stock.GoodsSold", "till-2");
        }
    }

    @ParameterizedTest
    @MethodSource("helpTexts")
    void everyHelpTextCanBeAskedFor(String command) {
        assertThat(CommandLines.execute(command.split(" "))).isZero();
    }

    @Test
    void noCommandIsLeftThatNobodyRuns() throws IOException {
        var others = blocks().stream()
                .filter(block -> !block.startsWith("api=") && !block.startsWith("curl"))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .filter(line -> !line.matches("mvn (spring-boot:run|verify) +#.*"))
                .filter(line -> !line.startsWith("mvn -q spring-boot:run -Dspring-boot.run.arguments="))
                .filter(line -> !line.endsWith("--help"))
                .filter(line -> !line.contains("--cartulary.database."))
                .toList();

        assertThat(others).isEmpty();
    }

    static List<String> helpTexts() throws IOException {
        var asked = blocks().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("ops/bin/cartulary") && line.endsWith("--help"))
                .map(line -> line.substring("ops/bin/cartulary ".length()))
                .toList();
        assertThat(asked).hasSizeGreaterThan(3);
        return asked;
    }

    private static String story() throws IOException {
        return String.join(
                "\n",
                blocks().stream()
                        .filter(block -> block.startsWith("api=") || block.startsWith("curl"))
                        .toList());
    }

    private static List<String> blocks() throws IOException {
        return SHELL.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String run(String script) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-e", "-c", script)
                .redirectErrorStream(true)
                .start();
        var told = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(told).isZero();
        return told;
    }
}
