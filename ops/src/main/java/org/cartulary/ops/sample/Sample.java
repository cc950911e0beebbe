package org.cartulary.ops.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartulary.ops.cli.Offline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Loads the made-up shop while no service runs. */
@Command(
        name = "sample",
        description =
                "Loads a made-up shop into an empty ledger: three shops, a warehouse, a web shop, some days of trade.",
        mixinStandardHelpOptions = true)
public final class Sample implements Callable<Integer> {

    @Mixin
    private Offline ledger;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var context = ledger.open(properties)) {
            var loaded = context.getBean(SampleLoader.class).load();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "The made-up shop is loaded: %,d commands accepted, %,d refused because a shelf was"
                                    + " empty.%nStart the service and look: %s%n",
                            loaded.accepted(), loaded.refused(), ledger.serve());
            return CommandLine.ExitCode.OK;
        }
    }
}
