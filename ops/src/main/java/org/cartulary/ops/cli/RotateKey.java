package org.cartulary.ops.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.wiring.AccessDirectory;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.ops.access.Access;
import org.cartulary.ops.access.ApiKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes a successor of a key, which itself goes on for a while. */
@Command(
        name = "rotate",
        description = "Makes another key of the same client; the old one goes on until its successor is in use.",
        mixinStandardHelpOptions = true)
public final class RotateKey implements Callable<Integer> {

    @Mixin
    private Offline offline;

    @Parameters(paramLabel = "KEY", description = "The twelve letters and digits after ctly_.")
    private String key;

    @Option(names = "--hours", defaultValue = "24", description = "So long the old key goes on (${DEFAULT-VALUE}).")
    private long hours;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var id = KeyId.of(key);
        try (var service = offline.open(properties)) {
            var clock = service.getBean(Clock.class);
            var old = service.getBean(AccessDirectory.class).key(id);
            if (old.client() == null)
                throw new CommandLine.ParameterException(spec.commandLine(), "there is no key " + id);
            var access = new Access(service.getBean(Ledger.class), clock);
            var successor = ApiKey.random();
            access.issue(successor, old.client(), null, "successor of " + id);
            access.revoke(id, clock.instant().plus(Duration.ofHours(hours)));
            spec.commandLine().getOut().println(successor.text());
            spec.commandLine().getErr().println("This is another key of " + old.client() + ". It is not shown again.");
        }
        return CommandLine.ExitCode.OK;
    }
}
