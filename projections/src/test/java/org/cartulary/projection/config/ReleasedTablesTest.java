package org.cartulary.projection.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.Test;

/**
 * A service that finds tables of another revision makes them anew. So whoever changes tables raises the revision of their
 * projection, or else a filled ledger is read with statements that its tables do not fit. Approving writes a new revision down
 * and never changes one that stands.
 */
class ReleasedTablesTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved", "tables.txt");

    @Test
    void changedTablesHaveAnotherRevision() throws Exception {
        var approved = new TreeMap<String, String>();
        if (Files.exists(APPROVED))
            for (var line : Files.readAllLines(APPROVED))
                approved.put(line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1));
        for (var projection : ProjectionConfiguration.all()) {
            var released = projection.name() + " " + projection.revision();
            if (Repository.isApproving()) approved.putIfAbsent(released, digest(projection));
            assertThat(digest(projection))
                    .as(released + ": raise the revision with the tables, then run with -Dcartulary.approve=true")
                    .isEqualTo(approved.get(released));
        }
        if (Repository.isApproving()) write(approved);
    }

    private static void write(TreeMap<String, String> approved) throws IOException {
        Files.createDirectories(APPROVED.getParent());
        var lines = approved.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue())
                .toList();
        Files.write(APPROVED, lines);
    }

    /** Comments change nothing. */
    private static String digest(Projection projection) throws IOException, GeneralSecurityException {
        try (var tables = projection.getClass().getResourceAsStream("tables.sql")) {
            var statements =
                    new String(tables.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*\\R", "");
            var digest = MessageDigest.getInstance("SHA-256").digest(statements.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        }
    }
}
