package org.cartulary.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.http.Messages;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.ops.database.Database;

/**
 * How long it takes from the start of a process until the service answers, on the database that runs, with all that the ledger
 * holds: by the launcher of the package, and plainly by Java.
 */
final class Starts {

    static final String PACKAGED = "start";
    static final String PLAIN = "start-plain";

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(2);

    private final Database database;
    private final Path home;
    private final byte[] alive;

    /** @param home a directory in which nothing lies, since the database is another's */
    Starts(Database database, Path home, Messages messages) {
        this.database = database;
        this.home = home;
        this.alive = messages.get("/actuator/health/liveness");
    }

    /** The launcher of the package out of which this process runs; nothing where it runs out of classes. */
    static Optional<List<String>> packaged() {
        return Stream.iterate(program(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("bin").resolve("cartulary"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(launcher -> Files.isRegularFile(program()))
                .map(launcher -> List.of(launcher.toString()));
    }

    /** The same program by this Java, without anything that a build has prepared. */
    static List<String> plain() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Files.isRegularFile(program())
                ? List.of(java, "-jar", jar(program()).toString())
                : List.of(java, "-cp", System.getProperty("java.class.path"), Cartulary.class.getName());
    }

    /** The launcher may have run the program unpacked, in a directory that stands beside its jar and has its name. */
    private static Path jar(Path program) {
        var packed = program.getParent().resolveSibling(program.getFileName());
        return Files.isRegularFile(packed) ? packed : program;
    }

    /** The jar, or the directory of classes. */
    private static Path program() {
        try {
            var source = Cartulary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
            var file = source.replaceFirst("^jar:(nested:)?(file:)?", "")
                    .replaceFirst("^file:", "")
                    .replaceFirst("/?!.*", "");
            return Path.of(file).toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new AssertionError("the JDK gives locations that are URIs", impossible);
        }
    }

    /** Again and again until so much time has gone by, but once at least. */
    Measured run(List<String> command, Duration time) {
        var times = new ArrayList<Duration>();
        long begin = System.nanoTime();
        do times.add(start(command));
        while (System.nanoTime() - begin < time.toNanos());
        return Measured.of(times);
    }

    private Duration start(List<String> command) {
        try {
            int port = freePort();
            long begin = System.nanoTime();
            var process = process(command, port);
            try {
                while (!answers(port)) {
                    if (!process.isAlive() || System.nanoTime() - begin > LONGEST.toNanos())
                        throw new IllegalStateException("the service does not start: " + Files.readString(log()));
                    LockSupport.parkNanos(POLL.toNanos());
                }
                return Duration.ofNanos(System.nanoTime() - begin);
            } finally {
                process.destroy();
                process.onExit().join();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process process(List<String> command, int port) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of("serve", "--server.port=" + port, "--cartulary.home=" + home));
        var builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log().toFile());
        var environment = builder.environment();
        environment.put("CARTULARY_DATABASE_URL", database.url());
        environment.put("CARTULARY_DATABASE_USERNAME", database.username());
        environment.put("CARTULARY_DATABASE_PASSWORD", database.password());
        environment.put("CARTULARY_DATABASE_POOLSIZE", "10");
        return builder.start();
    }

    private Path log() {
        return home.resolve("start.log");
    }

    private boolean answers(int port) {
        try (var connection = new HttpConnection(port)) {
            connection.exchange(alive);
            return true;
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
