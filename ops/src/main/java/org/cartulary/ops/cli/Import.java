package org.cartulary.ops.cli;

import org.cartulary.ops.journey.ImportCompleteJourney;
import org.cartulary.ops.retail.ImportOnlineRetail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings trade from elsewhere into the ledger. Each kind of file is a command of its own. */
@Command(
        name = "import",
        description = "Imports trade that another system has recorded.",
        mixinStandardHelpOptions = true,
        subcommands = {ImportOnlineRetail.class, ImportCompleteJourney.class})
public final class Import implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "Say what to import: " + command.subcommands().keySet());
    }
}
