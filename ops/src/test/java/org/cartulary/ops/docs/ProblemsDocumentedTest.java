package org.cartulary.ops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cartulary.query.kernel.ReadProblem;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;

/** Every code that a problem document may carry stands in docs/problems.md, and none that no code of ours writes. */
class ProblemsDocumentedTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d{3}) \\|");
    private static final Pattern WRITTEN = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Set<String> NO_CODES = Set.of("CLIENT_ERROR", "SERVER_ERROR", "NOT_ENOUGH_STOCK");

    /** Of statuses that Tomcat and Spring answer with, whose codes are the statuses' names; and of what projections say. */
    private static final List<String> OTHERS =
            List.of("BAD_REQUEST", "METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE", "UNKNOWN_PROJECTION", "PERMISSION_MISSING");

    @Test
    void thePageNamesEachCodeOnce() throws IOException {
        var documented = ROW.matcher(page()).results().map(row -> row.group(1)).toList();

        assertThat(documented).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(documented)).isEqualTo(codes());
    }

    @Test
    void theServiceGivesThisPage() throws IOException {
        try (InputStream packaged = getClass().getResourceAsStream("/docs/problems.md")) {
            assertThat(new String(packaged.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(page());
        }
    }

    @Test
    void readsAreAnsweredWithTheStatusThatThePageNames() throws IOException {
        for (var problem : ReadProblem.values())
            assertThat(page())
                    .contains("| `" + problem + "` | " + problem.status().value() + " |");
    }

    private static String page() throws IOException {
        return Files.readString(Repository.root().resolve("docs/problems.md"));
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<>(OTHERS);
        for (var problem : ReadProblem.values()) codes.add(problem.name());
        for (var folder : List.of(
                "command-side/src/main/java/org/cartulary/command/api",
                "command-side/src/main/java/org/cartulary/command/engine",
                "ops/src/main/java/org/cartulary/ops/access",
                "ops/src/main/java/org/cartulary/ops/service",
                "ops/src/main/java/org/cartulary/ops/limits"))
            try (var files = Files.walk(Repository.root().resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList())
                    WRITTEN.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        codes.removeAll(NO_CODES);
        return codes;
    }
}
