package org.cartulary.ops.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.ops.access.Access;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Ends a key at once. */
@Command(
        name = "revoke",
        description = "Ends a key at once, on every node within a second.",
        mixinStandardHelpOptions = true)
public final class EndKey implements Callable<Integer> {

    @Mixin
    private Offline offline;

    @Parameters(paramLabel = "KEY", description = "The twelve letters and digits after ctly_.")
    private String key;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Override
    public Integer call() {
        var id = KeyId.of(key);
        try (var service = offline.open(properties)) {
            new Access(service.getBean(Ledger.class), service.getBean(Clock.class)).revoke(id);
        }
        return CommandLine.ExitCode.OK;
    }
}
