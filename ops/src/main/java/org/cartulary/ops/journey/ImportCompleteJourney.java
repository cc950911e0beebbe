package org.cartulary.ops.journey;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.ops.imports.ImportCommand;
import org.cartulary.ops.imports.Trade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code cartulary import complete-journey}. */
@Command(
        name = "complete-journey",
        description = {
            "Imports the baskets of \"The Complete Journey\" of 84.51° (a year of loyalty households in a chain of grocers),"
                    + " and compares sales, loyalty discounts and coupon discounts with the files household by household"
                    + " and store by store, to the cent.",
            "It goes on where it was stopped, and changes nothing where all is imported."
        })
public final class ImportCompleteJourney extends ImportCommand {

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Where transactions_sample.csv (or transactions.csv) and products.csv lie, as they are or packed"
                            + " with Zstandard (.zst).")
    private Path directory;

    @Override
    protected List<String> heading() {
        return BasketRowParser.HEADING;
    }

    @Override
    protected Trade survey(PrintWriter told) {
        told.println("Reading " + directory + ": its baskets, its products, and the opening stock that they need.");
        return Journey.of(JourneyFiles.in(directory));
    }
}
