package org.cartulary.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartulary.command.api.AdmissionProperties;
import org.cartulary.ops.access.AccessProperties;
import org.cartulary.ops.database.DatabaseProperties;
import org.cartulary.ops.limits.ClientProperties;
import org.cartulary.ops.limits.RateProperties;
import org.cartulary.ops.service.HttpProperties;
import org.cartulary.projection.kernel.ProjectionSettings;
import org.cartulary.query.feed.FeedProperties;
import org.cartulary.query.kernel.QueryProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

class CommandLinesTest {
    private static final Pattern ASKED = Pattern.compile("(?:\\$\\{|ConditionalOnProperty\\(\")(cartulary[\\w.]+)");

    private final StringWriter words = new StringWriter();

    @Test
    void everyCommandExplainsItself() {
        var commands = CommandLines.commandLine().getSubcommands().keySet();
        assertThat(commands).contains("serve");
        assertThat(commands).allSatisfy(command -> {
            assertThat(execute(command, "--help")).isZero();
            assertThat(words.toString()).contains("Usage: cartulary " + command);
        });
    }

    @Test
    void aMistypedOptionIsRefusedAndNotTakenForAProperty() {
        assertThat(execute("serve", "--prot=9090")).isEqualTo(2);
        assertThat(words.toString()).contains("Unknown option: '--prot=9090'");
    }

    @Test
    void aMistypedPropertyOfOursIsRefused() {
        assertThat(execute("serve", "--cartulary.hom=/x")).isEqualTo(2);
        assertThat(words.toString()).contains("Unknown option: '--cartulary.hom=/x'");
        assertThatCode(() -> SpringProperties.demand(
                        CommandLines.commandLine(), List.of("--cartulary.database.pool-size=5", "--server.port=1")))
                .doesNotThrowAnyException();
    }

    @Test
    void everyPropertyThatTheCodeAsksForIsKnown() throws IOException {
        var asked = new TreeSet<String>();
        for (var module : List.of("command-side", "projections", "query-side", "ops"))
            try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList())
                    ASKED.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        Stream.of(
                        AccessProperties.class,
                        AdmissionProperties.class,
                        ClientProperties.class,
                        DatabaseProperties.class,
                        FeedProperties.class,
                        HttpProperties.class,
                        ProjectionSettings.class,
                        QueryProperties.class,
                        RateProperties.class)
                .forEach(type -> asked.addAll(properties(type)));

        assertThat(SpringProperties.OURS).containsExactlyInAnyOrderElementsOf(asked);
    }

    private static List<String> properties(Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.equals("longestWait") ? "wait" : name)
                .map(name -> prefix + "." + name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private int execute(String... arguments) {
        var out = new PrintWriter(words, true);
        return CommandLines.commandLine().setOut(out).setErr(out).execute(arguments);
    }
}
