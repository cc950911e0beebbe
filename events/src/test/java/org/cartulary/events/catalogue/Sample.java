package org.cartulary.events.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An approved sample, one file per name and revision, kept for ever: {@code <name>@<revision>.json}, and
 * {@code <name>@<revision>.<variant>.json}, of which {@code least} leaves out all that may be absent.
 */
record Sample(Path file) {

    static List<Sample> all() {
        try (var files =
                Files.list(Path.of(Sample.class.getResource("/approved").toURI()))) {
            return files.sorted().map(Sample::new).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Such as {@code stock.GoodsReceived@1}. */
    String nameAndRevision() {
        return file.getFileName().toString().replaceFirst("(\\.[a-z]+)?\\.json$", "");
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
