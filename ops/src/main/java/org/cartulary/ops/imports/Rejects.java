package org.cartulary.ops.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down each refused row once, as it stands in the file, with its line and the reason. */
public final class Rejects implements AutoCloseable {

    private final CsvWriter file;
    private final Set<Long> lines = new HashSet<>();

    /**
     * @param path absent where they are only counted
     * @param heading of the file whose rows they are
     */
    public Rejects(Path path, List<String> heading) {
        try {
            file = path == null ? null : CsvWriter.builder().build(path);
        } catch (IOException failure) {
            throw new ImportStopped(path + " can't be written: " + failure.getMessage());
        }
        if (file != null) write("line", heading, "reason");
    }

    public synchronized void add(RefusedRow row) {
        if (lines.add(row.line()) && file != null) write(Long.toString(row.line()), row.fields(), row.reason());
    }

    public synchronized boolean has(FileRow row) {
        return lines.contains(row.line());
    }

    public synchronized int count() {
        return lines.size();
    }

    /** The reason stands before the row's own fields, of which a broken row has fewer or more. */
    private void write(String line, Iterable<String> fields, String reason) {
        var all = new ArrayList<String>();
        all.add(line);
        all.add(reason);
        fields.forEach(all::add);
        file.writeRecord(all);
    }

    @Override
    public void close() {
        try {
            if (file != null) file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The refused rows could not be written", failure);
        }
    }
}
