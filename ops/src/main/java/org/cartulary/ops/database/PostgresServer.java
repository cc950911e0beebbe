package org.cartulary.ops.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded PostgreSQL: a real server with a durable data directory, on a port of its own and on loopback only. It
 * does not see the keys typed at the service's terminal, so it outlives the requests that a stop still finishes.
 */
final class PostgresServer implements AutoCloseable {
    static final String OWNER = "cartulary";
    static final String DATABASE = "cartulary";

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", "''"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("wal_compression", "on"),
            Map.entry("checkpoint_timeout", "15min"),
            // Zeros for 16 MB of log that is about to be written would make everybody wait for 50 ms.
            Map.entry("wal_init_zero", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("jit", "off")));

    /** Where the server's main process was killed alone, its others hold its memory until they notice. */
    private static final int ATTEMPTS = 15;

    private final Home home;
    private final PostgresPrograms programs;
    private final int port;

    private PostgresServer(Home home, PostgresPrograms programs, int port) throws IOException {
        this.home = home;
        this.programs = programs;
        this.port = port == 0 ? freePort() : port;
    }

    /**
     * Starts the server of this home, and makes its database where there is none yet.
     *
     * @param programs where the programs of PostgreSQL lie, or are to be unpacked
     * @param port to listen on; any free one where it is 0
     * @throws ServiceNotStarted where the server doesn't come up
     */
    static PostgresServer started(Home home, Path programs, int port) {
        try {
            var server = new PostgresServer(home, PostgresPrograms.unpackedAt(programs), port);
            if (!Files.exists(home.data())) {
                server.initialize();
            }
            new LeftoverServer(home.data()).stop();
            server.start();
            server.prepared();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded PostgreSQL did not start", failure);
        }
    }

    /** The address of the database, where a server of this home runs. */
    static Optional<String> running(Home home) {
        return new LeftoverServer(home.data()).port().map(port -> url(port, DATABASE));
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        return home.ownersPassword();
    }

    /** Whether it was killed, or has ended of itself. */
    boolean hasEnded() {
        return new LeftoverServer(home.data()).isGone();
    }

    /** Ends all sessions, writes what is in memory, and returns when the server has gone. */
    @Override
    public void close() {
        try {
            programs.run(home.serverLog(), "pg_ctl", "stop", "-D", data(), "-m", "fast", "-w", "-t", "120");
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL could not be told to stop", failure);
        }
    }

    /** The language and the sorting of the machine must not show in the data, so both are PostgreSQL's own. */
    private void initialize() throws IOException {
        writePassword();
        var unfinished = home.data().resolveSibling("postgres.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        var status = programs.run(
                home.serverLog(),
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + OWNER,
                "--pwfile=" + home.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (status != 0) {
            throw failed("could not make its data directory " + home.data());
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** After a loss of power the server first reads its log, so it is given ten minutes. */
    private void start() throws IOException {
        var log = home.serverLog();
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = Files.exists(log) ? Files.size(log) : 0;
            var status = programs.run(
                    log, "pg_ctl", "start", "-D", data(), "-l", log.toString(), "-w", "-t", "600", "-o", options());
            if (status == 0) {
                return;
            }
            if (!saidSince(before).contains("shared memory block")) {
                break;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        throw failed("did not start on " + home.data());
    }

    private String options() {
        return "-p " + port
                + SETTINGS.entrySet().stream()
                        .map(setting -> " -c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }

    private String saidSince(long position) throws IOException {
        var log = Files.readAllBytes(home.serverLog());
        return new String(log, (int) position, log.length - (int) position, StandardCharsets.UTF_8);
    }

    /** Whoever is refused has no server that he could stop later. */
    private void prepared() {
        try {
            createDatabase();
        } catch (SQLException failure) {
            close();
            throw DatabaseRefusal.isWrongPassword(failure)
                    ? otherPassword()
                    : new IllegalStateException("The database can't be made", failure);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private ServiceNotStarted otherPassword() {
        return new ServiceNotStarted(
                "The password of the embedded PostgreSQL is not the one in %s.".formatted(home.password()),
                "Restore that file together with the directory %s.".formatted(home.data()));
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), OWNER, password());
                var missing = connection.prepareStatement(
                        "select 1 where not exists" + " (select from pg_database where datname = '" + DATABASE + "')");
                var create = connection.prepareStatement("create database " + DATABASE)) {
            if (missing.executeQuery().next()) {
                create.execute();
            }
        }
    }

    private void writePassword() throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var file = home.password();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
    }

    private ServiceNotStarted failed(String what) throws IOException {
        List<String> log = Files.readAllLines(home.serverLog());
        var last = String.join("\n", log.subList(Math.max(0, log.size() - 5), log.size()));
        return new ServiceNotStarted(
                "The embedded PostgreSQL %s. It last said:\n%s".formatted(what, last),
                "Read %s, or point cartulary.database.url to another PostgreSQL.".formatted(home.serverLog()));
    }

    private String data() {
        return home.data().toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
