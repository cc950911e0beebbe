package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.cli.CommandLines;
import org.cartulary.testing.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole real file, where it is there. Takes minutes. */
class WholeFileTest {

    private static final Path FILE =
            Repository.root().resolveSibling("shared/data/online-retail/online_retail_2010-2011.csv.zst");

    @TempDir
    Path home;

    @BeforeEach
    void onlyWhereItIsThere() {
        assumeTrue(Files.exists(FILE), "the file Online Retail is not at " + FILE);
    }

    @Test
    void aYearOfRealTradeComesOutRight() {
        var words = new StringWriter();
        var out = new PrintWriter(words, true);

        int status = CommandLines.commandLine()
                .setOut(out)
                .setErr(out)
                .execute(
                        "import",
                        "online-retail",
                        "--home=" + home,
                        "--cartulary.database.programs=" + SharedPrograms.DIRECTORY,
                        FILE.toString());

        assertThat(status).as(words.toString()).isZero();
        assertThat(words.toString())
                .containsPattern("all +541,909 +25,900 +10,655,622\\.48 +896,812\\.49 +9,758,809\\.99 +-11,062\\.06")
                .contains("0 rows refused", "RECONCILED");
    }
}
