package org.cartulary.ops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the sources, which no class file shows any more. */
class ShapeTest {
    private static final int MOST_LINES = 300;

    /** A text of SQL that a value is glued into, where a parameter would do. */
    private static final Pattern GLUED_SQL =
            Pattern.compile("\\.(sql|prepareStatement|prepareCall|query\\w*|update|batchUpdate)\\("
                    + "\\s*(\"[^\"\\n]*\"|[A-Z_]+)\\s*(\\+\\s*[a-z]|\\.formatted\\()");

    private static final Pattern MAY_NAME_SCHEMAS = Pattern.compile("/(kernel|engine|database|bench)/");

    @Test
    void noFileIsAboutMoreThanOneThing() {
        assertThat(sources()).filteredOn(file -> isLong(text(file))).isEmpty();
        assertThat(isLong("line\n".repeat(301))).isTrue();
    }

    @Test
    void noFileHasTabs() {
        assertThat(sources()).filteredOn(file -> text(file).contains("\t")).isEmpty();
    }

    @Test
    void noValueIsGluedIntoSql() {
        assertThat(sources())
                .filteredOn(file -> !MAY_NAME_SCHEMAS.matcher(file.toString()).find())
                .filteredOn(file -> gluesSql(text(file)))
                .isEmpty();
        assertThat(gluesSql("jdbc.sql(\"select * from stock where sku = \" + sku)"))
                .isTrue();
        assertThat(gluesSql("jdbc.queryForList(SELECT.formatted(sku))")).isTrue();
        assertThat(gluesSql("jdbc.sql(SELECT + ORDER).param(sku)")).isFalse();
    }

    private static boolean isLong(String text) {
        return text.lines().count() > MOST_LINES;
    }

    private static boolean gluesSql(String text) {
        return GLUED_SQL.matcher(text).find();
    }

    private static List<Path> sources() {
        var modules = Stream.of("events", "command-side", "projections", "query-side", "ops");
        var files = modules.flatMap(module -> sources(Path.of("..", module, "src", "main", "java")))
                .toList();
        assertThat(files).hasSizeGreaterThan(100);
        return files;
    }

    private static Stream<Path> sources(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
