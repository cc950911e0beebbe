package org.cartulary.ops.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.cli.SpringProperties;
import org.cartulary.ops.database.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Measures the write path of a service of its own, on a new database that is deleted afterwards. Closed loop: each client
 * sends its next request when the last was answered. Everything is durable, command records included, and the projections
 * follow meanwhile, as in production.
 */
@CommandLine.Command(
        name = "bench",
        description = "Measures this machine: commands per second and latencies, in process and over HTTP.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final int BULK = 200;

    @Option(names = "--clients", defaultValue = "64", description = "How many clients send at once (${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "How long each load is measured (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds before the clock runs (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--only", split = ",", description = "Names of the loads to run; all by default.")
    private List<String> only = List.of();

    @Option(
            names = "--without-projections",
            description = "Measure the command side alone: nothing follows the ledger.")
    private boolean withoutProjections;

    @Option(names = "--json", description = "Also write the figures to this file.")
    private Path json;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        SpringProperties.demand(spec.commandLine(), properties);
        var home = Files.createTempDirectory("cartulary-bench");
        try (var service = service(home)) {
            out().println(Figure.HEADER);
            reference(service.getBean(Database.class));
            try (var http = new HttpDoor(service.getWebServer().getPort())) {
                var direct = new LedgerDoor(service.getBean(Ledger.class));
                for (var scenario : chosen()) measure(scenario, direct, http);
                if (isChosen(ReturnedGoods.NAME) && !withoutProjections) measureReturns(direct, http);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        if (json != null) Files.write(json, CanonicalJson.write(figures));
        return CommandLine.ExitCode.OK;
    }

    private List<Scenario> chosen() {
        return Scenarios.all().stream()
                .filter(scenario -> isChosen(scenario.name()))
                .toList();
    }

    private boolean isChosen(String load) {
        return only.isEmpty() || only.contains(load);
    }

    private ServletWebServerApplicationContext service(Path home) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Cartulary.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments(home));
    }

    private String[] arguments(Path home) {
        var all = new ArrayList<>(properties);
        all.addAll(List.of("--cartulary.home=" + home, "--server.port=0", "--logging.level.org.cartulary=warn"));
        // Expired holds are found in a projection.
        if (withoutProjections) all.addAll(List.of("--cartulary.roles=command", "--cartulary.reservations.sweep=1d"));
        return all.toArray(String[]::new);
    }

    private void reference(Database database) throws SQLException {
        try (var owner = new HikariDataSource()) {
            owner.setJdbcUrl(database.url());
            owner.setUsername(database.username());
            owner.setPassword(database.password());
            owner.setMaximumPoolSize(clients + 1);
            try (var insert = new InsertReference(owner, clients)) {
                report("one-row insert", "SQL", 1, loop(clients, insert::insert));
            }
        }
    }

    private void measure(Scenario scenario, Door direct, Door http) {
        scenario.preparation().forEach(command -> prepare(direct, command));
        for (var door : List.of(direct, http))
            report(scenario.name(), door.name(), 1, loop(clients, () -> door.submit(scenario.next())));
        int bulkClients = Math.max(1, clients / 16);
        report(
                scenario.name(),
                "HTTP, bulk of " + BULK,
                BULK,
                loop(bulkClients, () -> http.submitAll(batch(scenario))));
    }

    /** By one client: alone, and beside others who check out all the time. */
    private void measureReturns(Door direct, HttpDoor http) {
        ReturnedGoods.preparation().forEach(command -> prepare(direct, command));
        var returns = new ReturnedGoods(http);
        var time = Duration.ofSeconds(seconds);
        report(ReturnedGoods.NAME, "HTTP, alone", 1, returns.run(Duration.ofSeconds(warmUp), time));
        var checkout = Scenarios.all().stream()
                .filter(scenario -> scenario.name().equals("checkout"))
                .findFirst()
                .orElseThrow();
        checkout.preparation().forEach(command -> prepare(direct, command));
        int others = Math.max(1, clients / 8);
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            beside.submit(() -> ClosedLoop.run(others, Duration.ZERO, time, () -> http.submit(checkout.next())));
            report(ReturnedGoods.NAME, "HTTP, beside " + others + " checking out", 1, returns.run(Duration.ZERO, time));
        }
    }

    /** Scenarios share shelves: what stands already is refused, which is as good. */
    private static void prepare(Door door, Command command) {
        try {
            door.submit(command);
        } catch (IllegalStateException alreadyThere) {
            if (!alreadyThere.getMessage().contains("ALREADY_REGISTERED")) throw alreadyThere;
        }
    }

    private static List<Command> batch(Scenario scenario) {
        return IntStream.range(0, BULK).mapToObj(i -> scenario.next()).toList();
    }

    private ClosedLoop.Measured loop(int count, Runnable request) {
        return ClosedLoop.run(count, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), request);
    }

    private void report(String load, String way, int commandsPerRequest, ClosedLoop.Measured measured) {
        long perSecond = measured.perSecond() * commandsPerRequest;
        long reference = figures.isEmpty() ? perSecond : figures.getFirst().perSecond();
        var figure = Figure.of(load, way, perSecond, reference, measured.latencyMicros());
        figures.add(figure);
        out().println(figure.row());
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
