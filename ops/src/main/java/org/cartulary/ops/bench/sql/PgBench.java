package org.cartulary.ops.bench.sql;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.ops.database.Database;

/** PostgreSQL's own benchmark program, with prepared statements: the cheapest client that there is. */
public final class PgBench implements SqlClients {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Database database;

    private PgBench(Path program, Database database) {
        this.program = program;
        this.database = database;
    }

    /** The one on the path, or of a package of PostgreSQL; nothing where this machine has none. */
    public static Optional<PgBench> of(Database database) {
        return Stream.concat(onThePath(), inPackages())
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgBench(program, database));
    }

    private static Stream<Path> onThePath() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    private static Stream<Path> inPackages() {
        var versions = PACKAGES.toFile().list();
        return versions == null
                ? Stream.empty()
                : Stream.of(versions).map(version -> PACKAGES.resolve(version + "/bin"));
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public Measured run(SqlCall call, int clients, Duration warmUp, Duration time) {
        try {
            var script = Files.createTempFile("cartulary-", ".pgbench");
            try {
                Files.writeString(script, call.sql().replace('\n', ' ') + ";\n");
                if (warmUp.toSeconds() > 0) output(script, call, clients, warmUp);
                return measured(output(script, call, clients, time), wholeSeconds(time));
            } finally {
                Files.delete(script);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Measured measured(String output, long seconds) {
        var rate = RATE.matcher(output);
        if (!rate.find()) throw new IllegalStateException("pgbench told no rate: " + output);
        return Measured.counted(Math.round(Double.parseDouble(rate.group(1)) * seconds), Duration.ofSeconds(seconds));
    }

    /** It counts in nothing less. */
    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.toSeconds());
    }

    private String output(Path script, SqlCall call, int clients, Duration time) throws IOException {
        var builder = new ProcessBuilder(command(script, call, clients, time)).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        if (status != 0) throw new IllegalStateException("pgbench ended with " + status + ": " + output);
        return output;
    }

    private List<String> command(Path script, SqlCall call, int clients, Duration time) {
        var server = URI.create(database.url().substring("jdbc:".length()));
        int port = server.getPort() < 0 ? 5432 : server.getPort();
        int threads = Math.min(clients, Runtime.getRuntime().availableProcessors());
        var all = new ArrayList<>(List.of(program.toString(), "--no-vacuum", "--protocol=prepared"));
        all.addAll(List.of("--client=" + clients, "--jobs=" + threads, "--time=" + wholeSeconds(time)));
        all.addAll(List.of("--host=" + server.getHost(), "--port=" + port, "--username=" + database.username()));
        call.parameters().forEach((name, value) -> all.add("--define=" + name + "=" + value));
        all.addAll(List.of("--file=" + script, server.getPath().substring(1)));
        return all;
    }
}
