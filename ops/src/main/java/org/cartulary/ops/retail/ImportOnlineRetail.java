package org.cartulary.ops.retail;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.ops.imports.ImportCommand;
import org.cartulary.ops.imports.Trade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code cartulary import online-retail}. */
@Command(
        name = "online-retail",
        description = {
            "Imports the file \"Online Retail\" of the UCI repository (541,909 invoice lines of a wholesaler), and compares the"
                    + " outcome with the file month by month, to the penny.",
            "It goes on where it was stopped, and changes nothing where all is imported."
        })
public final class ImportOnlineRetail extends ImportCommand {

    @Parameters(paramLabel = "FILE", description = "The file: CSV, or CSV packed with Zstandard (.zst).")
    private Path path;

    @Override
    protected List<String> heading() {
        return RowParser.HEADING;
    }

    @Override
    protected Trade survey(PrintWriter told) {
        told.println("Reading " + path + ": its invoices, its products, and the opening stock that they need.");
        return Survey.of(new RetailFile(path));
    }
}
