package org.cartulary.ops.imports;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.wiring.ForCommands;
import org.cartulary.events.json.EventJson;
import org.cartulary.ops.cli.Offline;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command below {@code cartulary import}: the service without HTTP, and an import in it. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the ledger agrees with the file",
            "1:it does not, or the import was stopped",
            "2:arguments that make no sense"
        },
        footer = {
            "",
            "Any property may be set as well, for example --cartulary.database.url=jdbc:postgresql://db/ledger"
        })
public abstract class ImportCommand implements Callable<Integer> {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    @Option(names = "--dry-run", description = "Says what would be done; touches neither ledger nor home.")
    private boolean dryRun;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Writes refused rows there, each with its reason.")
    private Path rejectsPath;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many commands wait for their answers at once (${DEFAULT-VALUE}).")
    private int inFlight;

    @Mixin
    private Offline offline;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec command;

    /** The heading of the file whose rows may be refused. */
    protected abstract List<String> heading();

    /**
     * Reads the files for the first time.
     *
     * @param told what is being done
     * @throws ImportStopped if they are no such files
     */
    protected abstract Trade survey(PrintWriter told);

    @Override
    public final Integer call() {
        offline.demandProperties(properties);
        if (inFlight < 1 || inFlight > 1_000)
            throw new ParameterException(command.commandLine(), "--in-flight is between 1 and 1,000");
        try (var rejects = new Rejects(rejectsPath, heading())) {
            var trade = survey(err());
            if (dryRun) return dryRun(trade, rejects);
            try (var service = offline.open(properties)) {
                return run(service, trade, rejects);
            }
        } catch (ImportStopped reason) {
            err().println(reason.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private int dryRun(Trade trade, Rejects rejects) {
        out().print(Outline.of(trade, rejects).text());
        out().flush();
        return ExitCode.OK;
    }

    private int run(ConfigurableApplicationContext service, Trade trade, Rejects rejects) {
        long started = System.nanoTime();
        // It shares the machine with its own projections, and a wait of theirs is no reason to stop.
        // Where the database has gone, this is soon enough to hear it: the import can be run again at any time.
        service.getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.setConnectionTimeout(CONNECT_WITHIN.toMillis()));
        var tally = new Tally(rejects);
        var run = new ImportRun(
                trade,
                service.getBean(Ledger.class),
                answered(service),
                service.getBean(DataSource.class),
                rejects,
                tally,
                inFlight);
        var comparison = run.run(err());
        report(tally, rejects, comparison, Duration.ofNanos(System.nanoTime() - started));
        return comparison.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    static Answered answered(ConfigurableApplicationContext service) {
        return new Answered(
                service.getBean(ForCommands.SOURCE, DataSource.class),
                service.getBean(EventJson.class),
                service.getBean(Ledger.class));
    }

    private void report(Tally tally, Rejects rejects, Comparison comparison, Duration took) {
        out().print(comparison.table());
        comparison.differences().forEach(out()::println);
        out().printf(
                        "%,d commands sent in %,d s, %,d had been sent before; %,d refused; %,d rows refused%s%n",
                        tally.sent(),
                        took.toSeconds(),
                        tally.sentBefore(),
                        tally.refused(),
                        rejects.count(),
                        rejects.count() > 0 && rejectsPath != null ? ", see " + rejectsPath : "");
        out().println(comparison.holds() ? "RECONCILED" : "NOT RECONCILED");
        out().flush();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
