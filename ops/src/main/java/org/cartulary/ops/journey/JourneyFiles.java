package org.cartulary.ops.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.ops.imports.CsvFile;
import org.cartulary.ops.imports.ImportStopped;

/** The two files of a directory that are trade. Each may be packed with Zstandard. */
record JourneyFiles(CsvFile baskets, CsvFile products) {

    /** @throws ImportStopped if one of them is not there */
    static JourneyFiles in(Path directory) {
        return new JourneyFiles(
                file(directory, BasketRowParser.HEADING, "transactions_sample.csv", "transactions.csv"),
                file(directory, ProductRow.HEADING, "products.csv"));
    }

    private static CsvFile file(Path directory, List<String> heading, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name, name + ".zst"))
                .map(directory::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(path -> new CsvFile(path, "a file of The Complete Journey", heading))
                .orElseThrow(() -> new ImportStopped(
                        "There is no " + String.join(" and no ", names) + " in " + directory + ", packed or not."));
    }
}
