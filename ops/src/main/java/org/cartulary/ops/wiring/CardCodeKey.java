package org.cartulary.ops.wiring;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.ops.database.ServiceNotStarted;

/**
 * The key with which the codes of gift cards are hashed: 32 random bytes in a file of their own, made at the first start. It never
 * stands in the database, so that whoever has the database alone can't find codes by trying.
 */
record CardCodeKey(Path file) {

    /**
     * The key, which is made where the ledger has no codes yet.
     *
     * @param some any code's hash that the ledger holds
     * @throws ServiceNotStarted if the ledger's codes were made with another key, or with one that is missing
     */
    CardCodes codes(Optional<CardCodeHash> some) {
        try {
            if (!Files.exists(file)) {
                if (some.isPresent()) throw missing();
                make();
            }
            var codes = new CardCodes(read());
            if (some.isPresent() && !codes.made(some.get())) throw other();
            return codes;
        } catch (IOException failure) {
            throw new ServiceNotStarted(
                    "The key of the gift cards' codes, %s, can't be read or made (%s)."
                            .formatted(file, failure.getClass().getSimpleName()),
                    "Let the service read and write it, or name another file with cartulary.storedvalue.keyfile.");
        }
    }

    private byte[] read() throws IOException {
        var key = Files.readAllBytes(file);
        if (key.length != CardCodes.KEY_LENGTH)
            throw new ServiceNotStarted(
                    "The file %s holds %d bytes, the key of the gift cards' codes has %d."
                            .formatted(file, key.length, CardCodes.KEY_LENGTH),
                    "Put the file back from a backup, or name the right one with cartulary.storedvalue.keyfile.");
        return key;
    }

    /** Whole or not at all, and for its user's eyes only. */
    private void make() throws IOException {
        var key = new byte[CardCodes.KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var made = Files.createTempFile(file.toAbsolutePath().getParent(), "card-codes", ".new", ownerOnly());
        Files.write(made, key);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private ServiceNotStarted missing() {
        return new ServiceNotStarted(
                "The ledger holds codes of gift cards, and the key with which they were hashed, %s, is missing."
                        .formatted(file),
                "Put the file back from a backup, or name it with cartulary.storedvalue.keyfile: without it no card is found.");
    }

    private ServiceNotStarted other() {
        return new ServiceNotStarted(
                "The codes of gift cards in the ledger were hashed with another key than that in %s.".formatted(file),
                "Put the file of this ledger back from a backup, or name it with cartulary.storedvalue.keyfile.");
    }
}
