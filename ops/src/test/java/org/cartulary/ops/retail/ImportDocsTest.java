package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.cartulary.ops.imports.DocumentedImports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docs are true: runs the commands of docs/import-online-retail.md, on the made-up sample. */
class ImportDocsTest {

    @TempDir
    Path directory;

    @Test
    void theCommandsOfTheDocRun() throws IOException {
        packSample();
        new DocumentedImports(directory, Set.of("online_retail.csv.zst", "refused.csv"))
                .run("docs/import-online-retail.md");
        assertThat(directory.resolve("refused.csv")).exists();
    }

    private void packSample() throws IOException {
        try (var packed = new ZstdOutputStream(Files.newOutputStream(directory.resolve("online_retail.csv.zst")))) {
            Files.copy(Rows.sample(), packed);
        }
    }
}
