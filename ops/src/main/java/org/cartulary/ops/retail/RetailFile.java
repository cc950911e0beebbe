package org.cartulary.ops.retail;

import com.github.luben.zstd.ZstdInputStream;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The file, read row by row and as often as needed; never as a whole. A name that ends in {@code .zst} is unpacked on the way. */
record RetailFile(Path path) {

    /**
     * Reads the file once.
     *
     * @param rows is given each row that makes sense, in the file's order
     * @param refused is given each other row
     * @throws ImportStopped if it is no such file
     */
    void read(Consumer<Row> rows, Consumer<RefusedRow> refused) {
        try (var records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .ofCsvRecord(open())) {
            boolean heading = true;
            for (var record : records) {
                if (heading) requireHeading(record.getFields());
                else hand(record.getStartingLineNumber(), record.getFields(), rows, refused);
                heading = false;
            }
            if (heading) throw new ImportStopped(path + " is empty.");
        } catch (CsvParseException | UncheckedIOException | IOException failure) {
            throw new ImportStopped(path + " can't be read: " + reason(failure));
        }
    }

    private static void hand(long line, List<String> fields, Consumer<Row> rows, Consumer<RefusedRow> refused) {
        Row row;
        try {
            row = RowParser.parse(line, fields);
        } catch (IllegalArgumentException reason) {
            refused.accept(new RefusedRow(line, fields, reason.getMessage()));
            return;
        }
        rows.accept(row);
    }

    private void requireHeading(List<String> fields) {
        if (!fields.equals(RowParser.HEADING))
            throw new ImportStopped(
                    path + " is not Online Retail: its first line should be " + String.join(",", RowParser.HEADING));
    }

    private InputStream open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".zst") ? new ZstdInputStream(bytes) : bytes;
    }

    private static String reason(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
    }
}
