package org.cartulary.ops.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartulary.ops.database.Home;
import org.cartulary.ops.database.HomeLock;
import org.cartulary.ops.imports.TriedImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the made-up sample, which has every oddity of the real file, with a real PostgreSQL. */
class OnlineRetailImportTest {

    @TempDir
    Path directory;

    private TriedImport tried;

    @BeforeEach
    void ofTheSample() {
        tried = new TriedImport(directory, "online-retail", Rows.sample());
    }

    @Test
    void theLedgerAgreesWithTheFileAndAgainWhenNothingIsLeftToDo() {
        var rejects = directory.resolve("rejects.csv");

        assertThat(tried.run("--rejects=" + rejects)).as(tried.told()).isZero();

        assertThat(tried.told())
                .contains("RECONCILED", "6 rows refused")
                .containsPattern("2010-12 +14 +6 +141\\.39 +89\\.60 +51\\.79 +0\\.00 +as the file")
                .containsPattern("2011-08 .* -110\\.62 +as the file");
        assertThat(Rows.lines(rejects))
                .hasSize(7)
                .contains("30,a quantity is a whole number of at most nine digits,700019,90001A,BLUE ENAMEL JUG,six,"
                        + "2011-08-13 09:00:00,2.55,10001.0,United Kingdom")
                .anyMatch(line -> line.startsWith("35,PRODUCT_HAS_NO_STOCK: "));

        tried.sendsNothingMore("month", "--rejects=" + rejects);
        assertThat(Rows.lines(rejects)).hasSize(7);
    }

    @Test
    void killedTwiceItEndsWithTheSameFigures() throws Exception {
        tried.endsAsIfNeverKilled(ImportToBeKilled.class, 9, 20, "month");
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndTouchesNothing() {
        assertThat(tried.run("--dry-run")).isZero();

        assertThat(tried.told())
                .contains(
                        "37 rows",
                        "3 RecordFinancialAdjustment",
                        "11 RecordSale",
                        "5 rows refused",
                        "nothing was recorded");
        assertThat(tried.home()).doesNotExist();
    }

    @Test
    void whereAServiceRunsOnTheSameHomeItIsRefusedInASentence() {
        try (var service = HomeLock.take(new Home(tried.home()))) {
            assertThat(tried.run()).isEqualTo(1);
        }
        assertThat(tried.told()).contains("Another Cartulary").doesNotContain("\tat ");
    }
}
