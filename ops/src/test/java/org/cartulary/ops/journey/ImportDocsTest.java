package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.cartulary.ops.imports.DocumentedImports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docs are true: runs the commands of docs/import-complete-journey.md, on the made-up sample, packed. */
class ImportDocsTest {

    @TempDir
    Path directory;

    @Test
    void theCommandsOfTheDocRun() throws IOException {
        pack("transactions_sample.csv");
        pack("products.csv");
        new DocumentedImports(directory, Set.of("complete_journey", "refused.csv"))
                .run("docs/import-complete-journey.md");
        assertThat(directory.resolve("refused.csv")).exists();
    }

    private void pack(String name) throws IOException {
        var files = Files.createDirectories(directory.resolve("complete_journey"));
        try (var packed = new ZstdOutputStream(Files.newOutputStream(files.resolve(name + ".zst")))) {
            Files.copy(Samples.directory().resolve(name), packed);
        }
    }
}
