package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartulary.ops.imports.TriedImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the made-up sample, which has every oddity of the real files, with a real PostgreSQL. */
class CompleteJourneyImportTest {

    @TempDir
    Path directory;

    private TriedImport tried;

    @BeforeEach
    void ofTheSample() {
        tried = new TriedImport(directory, "complete-journey", Samples.directory());
    }

    @Test
    void theLedgerAgreesWithTheFilesAndAgainWhenNothingIsLeftToDo() throws IOException {
        var rejects = directory.resolve("rejects.csv");

        assertThat(tried.run("--rejects=" + rejects)).as(tried.told()).isZero();

        assertThat(tried.told())
                .contains("RECONCILED", "7 rows refused")
                .containsPattern("the files +10 +8 +82\\.07 +3\\.03 +7\\.70")
                .containsPattern("4 households +10 +8 +82\\.07 +3\\.03 +7\\.70 +each as the files")
                .containsPattern("3 stores +10 +8 +82\\.07 +3\\.03 +7\\.70 +each as the files")
                .containsPattern("sums by day .* 82\\.07 +3\\.03 +7\\.70 +each as the files");
        assertThat(Files.readAllLines(rejects))
                .hasSize(8)
                .anyMatch(line -> line.startsWith("16,\"sales_value is an amount such as 3.86, never negative\""))
                .anyMatch(line -> line.startsWith("18,sales_value is finer than a cent"))
                .anyMatch(line -> line.startsWith("20,basket 50000000009 is one of household 9004 in store 73,9005"))
                .anyMatch(line -> line.startsWith("22,OCCURRED_IN_THE_FUTURE: "));

        tried.sendsNothingMore("the files", "--rejects=" + rejects);
        assertThat(Files.readAllLines(rejects)).hasSize(8);
    }

    @Test
    void killedTwiceItEndsWithTheSameFigures() throws Exception {
        tried.endsAsIfNeverKilled(JourneyToBeKilled.class, 12, 15, "the files");
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndTouchesNothing() {
        assertThat(tried.run("--dry-run")).isZero();

        assertThat(tried.told())
                .contains(
                        "21 rows",
                        "3 RegisterLocation",
                        "7 RegisterProduct",
                        "2 RecordFinancialAdjustment",
                        "9 RecordSale",
                        "6 rows refused",
                        "nothing was recorded");
        assertThat(tried.home()).doesNotExist();
    }

    @Test
    void aDirectoryWithoutTheFilesIsRefusedInASentence() {
        tried = new TriedImport(directory, "complete-journey", directory);

        assertThat(tried.run()).isEqualTo(1);

        assertThat(tried.told())
                .contains("There is no transactions_sample.csv and no transactions.csv in " + directory)
                .doesNotContain("\tat ");
    }
}
