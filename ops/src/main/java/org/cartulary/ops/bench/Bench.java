package org.cartulary.ops.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.bench.sql.JdbcClients;
import org.cartulary.ops.bench.sql.PgBench;
import org.cartulary.ops.bench.sql.SqlClients;
import org.cartulary.ops.cli.SpringProperties;
import org.cartulary.ops.database.Database;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Measures a service of its own, on a new database that is deleted afterwards. Everything is durable, command records
 * included, and the projections follow meanwhile, as in production.
 */
@CommandLine.Command(
        name = "bench",
        description =
                "Measures this machine: what the ledger does, beside what the database and others do in the same run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    @Option(
            names = "--clients",
            defaultValue = "64",
            description =
                    "Connections, and callers of checkouts (${DEFAULT-VALUE}); others in process are four times as many.")
    private int clients;

    @Option(names = "--seconds", defaultValue = "8", description = "How long each load is measured (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "4", description = "Seconds before the clock runs (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--steady-seconds", description = "The same for the load steady (as --seconds).")
    private Double steadySeconds;

    @Option(
            names = "--only",
            split = ",",
            completionCandidates = Names.class,
            description = "Loads to run, with what they are compared with; all but steady by default:"
                    + " ${COMPLETION-CANDIDATES}.")
    private List<String> only = List.of();

    @Option(
            names = "--without-projections",
            description = "Measure the command side alone: nothing follows the ledger.")
    private boolean withoutProjections;

    @Option(
            names = "--without-pgbench",
            description = "Take the reference inserts and transfers over JDBC, also where pgbench is found.")
    private boolean withoutPgbench;

    @Option(names = "--fill", description = "First bring the ledger to so many events, by checkouts.")
    private long fill;

    @Option(
            names = "--ledger",
            description = "Keep the ledger in this directory, and go on with the one that lies there.")
    private Path ledger;

    @Option(names = "--json", description = "Also write the figures to this file.")
    private Path json;

    @Option(names = "--beside", description = "Also compare with the figures in this file of an earlier run.")
    private Path beside;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Course.STEPS.stream().map(Step::name).iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        SpringProperties.demand(spec.commandLine(), properties);
        if (steadySeconds == null) steadySeconds = seconds;
        if (clients < 1 || seconds <= 0 || steadySeconds <= 0)
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--clients, --seconds and --steady-seconds are more than nothing");
        demandLoads();
        var scratch = Files.createTempDirectory("cartulary-bench");
        try (var service = MeasuredService.on(
                ledger == null ? scratch.resolve("ledger") : ledger, !withoutProjections, properties)) {
            service.prepare();
            if (fill > service.events())
                try (var filling = new Fill(service, fill, spec.commandLine().getErr())) {
                    filling.run();
                }
            measure(service, Files.createDirectory(scratch.resolve("start")));
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private void measure(MeasuredService service, Path scratch) throws Exception {
        var out = spec.commandLine().getOut();
        out.println(Machine.of(service).sentence());
        var figures = new Figures(out);
        var extent = new Extent(clients, duration(warmUp), duration(seconds), duration(steadySeconds));
        try (var course = new Course(service, new Meter(extent, figures), sqlClients(service.database()), scratch)) {
            run(course, service);
        }
        var bars = new ArrayList<>(Bars.of(figures));
        if (beside != null) bars.addAll(Bars.beside(Report.read(beside).figures(), figures));
        print(bars, out);
        if (json != null) Files.write(json, CanonicalJson.write(new Report(Machine.of(service), figures.all(), bars)));
    }

    private SqlClients sqlClients(Database database) {
        var pgbench = withoutPgbench ? Optional.<PgBench>empty() : PgBench.of(database);
        if (pgbench.isEmpty())
            spec.commandLine().getErr().println("pgbench is not used: the references P and H are taken over JDBC.");
        return pgbench.<SqlClients>map(found -> found).orElseGet(() -> new JdbcClients(database));
    }

    private void run(Course course, MeasuredService service) throws Exception {
        var steps = chosen();
        for (int i = 0; i < steps.size(); i++) {
            service.rest();
            var step = steps.get(i);
            spec.commandLine().getErr().printf("(%d of %d) %s%n", i + 1, steps.size(), step.name());
            step.task().run(course);
        }
    }

    private void demandLoads() {
        for (var name : only)
            if (Course.STEPS.stream().noneMatch(step -> step.name().equals(name)))
                throw new CommandLine.ParameterException(spec.commandLine(), "there is no load " + name);
    }

    /** What was asked for, with whatever its bars compare it with. */
    private List<Step> chosen() {
        var wanted = new HashSet<>(only);
        only.forEach(name -> wanted.addAll(Bars.references(name)));
        return Course.STEPS.stream()
                .filter(step -> only.isEmpty() && step.byDefault() || wanted.contains(step.name()))
                .filter(step -> !step.reads() || !withoutProjections)
                .toList();
    }

    private static void print(List<Bar> bars, PrintWriter out) {
        out.println();
        out.println(Bar.HEADER);
        bars.forEach(bar -> out.println(bar.row()));
        out.flush();
    }
}
