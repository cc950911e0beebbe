package org.cartulary.ops.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The one directory that holds everything the service keeps on this machine. */
public record Home(Path directory) {
    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The data directory of the embedded PostgreSQL. This is what to back up. */
    public Path data() {
        return directory.resolve("postgres");
    }

    /** The programs of the embedded PostgreSQL, unpacked from the jar; they may be deleted while nothing runs. */
    Path programs() {
        return directory.resolve("postgres-programs");
    }

    Path serverLog() {
        return directory.resolve("postgres.log");
    }

    /** The password of the database's owner, made at random when the database is, readable by its user only. */
    Path password() {
        return directory.resolve("postgres.password");
    }

    Path lock() {
        return directory.resolve("cartulary.lock");
    }

    /** Makes the directory, for the eyes of its user only. */
    Home created() {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory " + directory + " could not be made", failure);
        }
    }
}
