package org.cartulary.ops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;

/** Every dependency earns its place in one line, and none is praised that has left. */
class DependenciesTest {

    private static final Set<String> MODULES = Set.of("events", "command-side", "projections", "query-side", "ops");
    private static final Pattern DECLARED =
            Pattern.compile("<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>");
    private static final Pattern EXPLAINED = Pattern.compile("`([\\w.${}-]+)`(?=[^|]*\\|[^|]+\\|)");

    @Test
    void thePageNamesTheDependenciesOfTheModulesAndNoOther() throws IOException {
        var declared = new TreeSet<String>();
        for (var module : MODULES) declared.addAll(found(DECLARED, Path.of(module, "pom.xml")));
        declared.removeAll(MODULES);

        assertThat(found(EXPLAINED, Path.of("docs", "dependencies.md"))).isEqualTo(declared);
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        var text = Files.readString(Repository.root().resolve(file));
        return new TreeSet<>(Stream.of(pattern.matcher(text))
                .flatMap(matcher -> matcher.results())
                .map(match -> match.group(1))
                .toList());
    }
}
