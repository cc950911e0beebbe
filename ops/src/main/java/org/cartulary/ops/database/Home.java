package org.cartulary.ops.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The one directory that holds everything the service keeps on this machine. */
public record Home(Path directory) {
    private static final String OTHER_DIRECTORY =
            "Name a directory that may be made or written to with --home or CARTULARY_HOME.";

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

    /** @throws ServiceNotStarted where its file can't be read */
    String ownersPassword() {
        try {
            return Files.readString(password()).strip();
        } catch (IOException failure) {
            throw new ServiceNotStarted(
                    "The password of the embedded PostgreSQL is missing: %s can't be read.".formatted(password()),
                    "Restore that file together with the directory %s.".formatted(data()));
        }
    }

    Path lock() {
        return directory.resolve("cartulary.lock");
    }

    /**
     * @param directory as a user gave it
     * @throws ServiceNotStarted where that names none
     */
    public static Home at(String directory) {
        if (directory.isBlank())
            throw new ServiceNotStarted("The directory of all data has an empty name.", OTHER_DIRECTORY);
        try {
            return new Home(Path.of(directory));
        } catch (InvalidPathException noPath) {
            throw new ServiceNotStarted(
                    "The directory of all data can't be named so: " + noPath.getMessage() + ".", OTHER_DIRECTORY);
        }
    }

    /** The reason of the operating system, in a sentence. */
    ServiceNotStarted unusable(IOException failure) {
        var reason = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.getClass().getSimpleName();
        return new ServiceNotStarted(
                "The directory %s can't be made, or not be written to (%s).".formatted(directory, reason),
                OTHER_DIRECTORY);
    }

    /**
     * Makes the directory, for the eyes of its user only.
     *
     * @throws ServiceNotStarted where it can't be made
     */
    Home created() {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }
}
