package org.cartulary.ops.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL that the jar carries. They are run directly and not by the library that packs them, which
 * is made for tests: it turns fsync off, gives the server five seconds to stop, and waits on one that has already failed.
 */
final class PostgresPrograms {
    private final Path directory;

    private PostgresPrograms(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the programs into this directory, unless it holds them already. */
    static PostgresPrograms unpackedAt(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            var unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            unpack(unfinished);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory);
    }

    /**
     * Runs a program to its end, its words going to this file.
     *
     * @return its exit status
     */
    int run(Path output, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root. In a user namespace of its own it has the files of root and not the
        // rights.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        return process.onExit().join().exitValue();
    }

    private static void unpack(Path directory) throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, directory.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            target.toFile().setExecutable(target.getParent().endsWith("bin"));
        }
    }
}
