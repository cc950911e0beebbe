package org.cartulary.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keys by which clients prove who they are. */
@Command(
        name = "keys",
        description = "Makes and ends the keys by which clients prove who they are.",
        mixinStandardHelpOptions = true,
        subcommands = {CreateKey.class, RotateKey.class, EndKey.class})
public final class Keys implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "Say what to do: " + command.subcommands().keySet());
    }
}
