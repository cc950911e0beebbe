package org.cartulary.ops.database;

import java.nio.file.Path;

/** Where the ledger lies and who owns it. Closing it stops the server, where that is ours, and frees its home. */
public final class Database implements AutoCloseable {
    private final String url;
    private final String username;
    private final String password;
    private final HomeLock lock;
    private final PostgresServer server;

    private Database(String url, String username, String password, HomeLock lock, PostgresServer server) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the embedded server of this home.
     *
     * @param programs where the programs of PostgreSQL lie, or are to be unpacked
     * @throws ServiceNotStarted where another service works on this home, or the server doesn't come up
     */
    public static Database embedded(Home home, Path programs) {
        var lock = HomeLock.take(home);
        try {
            var server = PostgresServer.started(home, programs);
            return new Database(server.url(), PostgresServer.OWNER, server.password(), lock, server);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** A PostgreSQL that somebody else runs; its user must own the database and may create roles. */
    public static Database external(String url, String username, String password) {
        return new Database(url, username, password, null, null);
    }

    public String url() {
        return url;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    public boolean isEmbedded() {
        return server != null;
    }

    /** Whether the embedded server has ended under the service. An external one is somebody else's care. */
    public boolean hasEnded() {
        return server != null && server.hasEnded();
    }

    /** Lets whoever is refused this home later read where its service listens. */
    void servedOn(int port) {
        if (lock != null) {
            lock.listensOn(port);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            lock.close();
        }
    }
}
