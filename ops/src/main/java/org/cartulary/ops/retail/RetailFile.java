package org.cartulary.ops.retail;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.cartulary.ops.imports.CsvFile;
import org.cartulary.ops.imports.ImportStopped;
import org.cartulary.ops.imports.RefusedRow;

/** The file, read row by row and as often as needed; never as a whole. */
record RetailFile(Path path) {

    /**
     * Reads the file once.
     *
     * @param rows is given each row that makes sense, in the file's order
     * @param refused is given each other row
     * @throws ImportStopped if it is no such file
     */
    void read(Consumer<Row> rows, Consumer<RefusedRow> refused) {
        new CsvFile(path, "Online Retail", RowParser.HEADING).read(RowParser::parse, rows, refused);
    }
}
