package org.cartulary.ops.cli;

import java.util.List;
import org.cartulary.ops.bench.Bench;
import org.cartulary.ops.database.ServiceNotStarted;
import org.cartulary.ops.sample.Sample;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cartulary} and its subcommands. */
public final class CommandLines {
    /** Every subcommand: a class with picocli's annotations that is a {@code Runnable} or a {@code Callable<Integer>}. */
    private static final List<Class<?>> SUBCOMMANDS =
            List.of(Serve.class, Keys.class, Import.class, Sample.class, Analyst.class, Bench.class);

    @Command(
            name = "cartulary",
            description = "The ledger of unified commerce. Without a command it serves.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root {}

    private CommandLines() {}

    /**
     * Runs the command that these arguments name.
     *
     * @return the exit status: 0 for success, 1 for a failure, 2 for arguments that make no sense
     */
    public static int execute(String... arguments) {
        return commandLine().execute(servesByDefault(arguments) ? withServe(arguments) : arguments);
    }

    /** For whoever wants to hear what it says. */
    public static CommandLine commandLine() {
        var root = new CommandLine(new Root());
        SUBCOMMANDS.forEach(root::addSubcommand);
        root.setExecutionExceptionHandler(CommandLines::told);
        return root;
    }

    /** What a user can mend is told as sentences; anything else is a defect, whose stack trace somebody will need. */
    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof ServiceNotStarted refusal) {
            command.getErr().println(refusal.getMessage() + "\n" + refusal.remedy());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static boolean servesByDefault(String... arguments) {
        return arguments.length == 0 || SpringProperties.isProperty(arguments[0]);
    }

    private static String[] withServe(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
