package org.cartulary.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.cartulary.testing.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RFC 8785's own examples, those that hold no floating point, which our facts never hold. They lie beside the repository,
 * and where they are missing the test says so and is skipped.
 */
class JcsVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"french.json", "unicode.json", "weird.json", "arrays.json"})
    void ourMapperWritesTheCanonicalForm(String name) throws IOException {
        var vectors = Repository.root().resolve("../shared/vectors/jcs/testdata");
        assumeThat(vectors)
                .as("the vectors of RFC 8785 are not beside the repository")
                .isDirectory();

        var read = CanonicalJson.MAPPER.readValue(Files.readAllBytes(vectors.resolve("input/" + name)), Object.class);

        assertThat(new String(CanonicalJson.write(read), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(vectors.resolve("output/" + name)).strip());
    }
}
