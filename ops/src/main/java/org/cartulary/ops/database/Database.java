package org.cartulary.ops.database;

import java.nio.file.Files;
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
        return embedded(home, programs, 0);
    }

    /** @param port of the server; any free one where it is 0 */
    private static Database embedded(Home home, Path programs, int port) {
        var lock = HomeLock.take(home);
        try {
            var server = PostgresServer.started(home, programs, port);
            return new Database(server.url(), PostgresServer.OWNER, server.password(), lock, server);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * The database of a service: an external one where its address is given, else the embedded one of this home.
     *
     * @throws ServiceNotStarted where another service works on this home, or the server doesn't come up
     */
    static Database at(Home home, DatabaseProperties properties) {
        return properties.url() != null
                ? external(properties.url(), properties.username(), properties.password())
                : embedded(home, properties.programsIn(home), properties.port());
    }

    /**
     * The same database for somebody else than the service: it may run meanwhile. Where it does not, an embedded server is
     * started for as long as this is open.
     *
     * @throws ServiceNotStarted where there is none, or it doesn't come up
     */
    public static Database besides(Home home, DatabaseProperties properties) {
        if (properties.url() != null) return at(home, properties);
        if (!Files.exists(home.data()))
            throw new ServiceNotStarted(
                    "There is no ledger in %s.".formatted(home.directory()),
                    "Start the service once: it makes one. Or name another directory with --home or CARTULARY_HOME.");
        return PostgresServer.running(home)
                .map(url -> external(url, PostgresServer.OWNER, home.ownersPassword()))
                .orElseGet(() -> at(home, properties));
    }

    /** A PostgreSQL that somebody else runs; its user must own the database and may create roles. */
    public static Database external(String url, String username, String password) {
        return new Database(url, username, password, null, null);
    }

    public String url() {
        return url;
    }

    /** Without its parameters, one of which may be a password. */
    public String address() {
        return DatabaseRefusal.withoutParameters(url);
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
