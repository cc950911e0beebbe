package org.cartulary.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.events.json.CanonicalJson;

/** A run as it is written to a file, and read again beside a later one. */
record Report(Machine machine, List<Figure> figures, List<Bar> bars) {

    static Report read(Path file) throws IOException {
        return CanonicalJson.MAPPER.readValue(Files.readAllBytes(file), Report.class);
    }
}
