package org.cartulary.ops.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second service off the same home: two of them would each stop the other's PostgreSQL as a leftover. The lock
 * is the operating system's, so it ends with its process, however that ends. The file says who holds it.
 */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of this home.
     *
     * @throws ServiceNotStarted where another process holds it, or the home can't be used
     */
    public static HomeLock take(Home home) {
        try {
            var channel = FileChannel.open(
                    home.created().lock(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw held(home);
            }
            var lock = new HomeLock(channel);
            lock.write("process " + ProcessHandle.current().pid());
            return lock;
        } catch (IOException failure) {
            throw home.unusable(failure);
        }
    }

    /** Lets whoever is refused later read where this service listens. */
    void listensOn(int port) {
        write("process " + ProcessHandle.current().pid() + ", port " + port);
    }

    /** Releases the lock. The file stays, because another process may be waiting to lock this very file. */
    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock could not be released", failure);
        }
    }

    private void write(String owner) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock's owner could not be noted", failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static ServiceNotStarted held(Home home) throws IOException {
        var owner = Files.readString(home.lock());
        return new ServiceNotStarted(
                "Another Cartulary (%s) already works on %s."
                        .formatted(owner.isBlank() ? "now starting or stopping" : owner, home.directory()),
                "Stop it first, or give this one a directory of its own with CARTULARY_HOME.");
    }
}
