package org.cartulary.ops.imports;

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

/**
 * A file with a heading, read row by row and as often as needed; never as a whole. A name that ends in {@code .zst} is
 * unpacked on the way.
 *
 * @param subject what the file should be, such as "Online Retail"
 * @param heading the names of its fields
 */
public record CsvFile(Path path, String subject, List<String> heading) {

    /** Makes sense of a row's fields. */
    @FunctionalInterface
    public interface Parser<R extends FileRow> {

        /** @throws IllegalArgumentException if the row makes no sense; its message is the reason */
        R parse(long line, List<String> fields);
    }

    /**
     * Reads the file once.
     *
     * @param rows is given each row that makes sense, in the file's order
     * @param refused is given each other row
     * @throws ImportStopped if it is no such file
     */
    public <R extends FileRow> void read(Parser<R> parser, Consumer<R> rows, Consumer<RefusedRow> refused) {
        try (var records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .ofCsvRecord(open())) {
            boolean first = true;
            for (var record : records) {
                if (first) requireHeading(record.getFields());
                else hand(parser, record.getStartingLineNumber(), record.getFields(), rows, refused);
                first = false;
            }
            if (first) throw new ImportStopped(path + " is empty.");
        } catch (CsvParseException | UncheckedIOException | IOException failure) {
            throw new ImportStopped(path + " can't be read: " + reason(failure));
        }
    }

    private static <R extends FileRow> void hand(
            Parser<R> parser, long line, List<String> fields, Consumer<R> rows, Consumer<RefusedRow> refused) {
        R row;
        try {
            row = parser.parse(line, fields);
        } catch (IllegalArgumentException reason) {
            refused.accept(new RefusedRow(line, fields, reason.getMessage()));
            return;
        }
        rows.accept(row);
    }

    private void requireHeading(List<String> fields) {
        if (!fields.equals(heading))
            throw new ImportStopped(
                    path + " is not " + subject + ": its first line should be " + String.join(",", heading));
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
