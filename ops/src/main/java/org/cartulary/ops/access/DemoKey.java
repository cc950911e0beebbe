package org.cartulary.ops.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.ops.database.Home;

/**
 * A key that may do everything, so that whoever tries the service out can begin at once. It lies beside the password of the database, in
 * the home, for the eyes of the same user; a service that others can reach ends it.
 */
public final class DemoKey {

    private static final ClientId CLIENT = ClientId.of("demo");
    private static final String PURPOSE = "demo on this machine";

    private final Path file;
    private final Ledger ledger;
    private final Clock clock;

    DemoKey(Home home, Ledger ledger, Clock clock) {
        this.file = file(home);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where it lies. */
    public static Path file(Home home) {
        return home.directory().resolve("demo.key");
    }

    /** The key, made if there is none yet. */
    void provide() {
        if (Files.exists(file)) return;
        var key = ApiKey.random();
        var access = new Access(ledger, clock);
        access.issue(key, CLIENT, null, PURPOSE);
        for (var role : Role.values()) access.give(CLIENT, role, Limits.ALL);
        write(key);
    }

    /** Nobody may do anything with it any more. */
    void end() {
        if (!Files.exists(file)) return;
        try {
            ApiKey.of(Files.readString(file).strip()).ifPresent(key -> new Access(ledger, clock).revoke(key.id()));
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(ApiKey key) {
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            var mode = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createFile(file, mode);
            Files.writeString(file, key.text() + "\n", StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
