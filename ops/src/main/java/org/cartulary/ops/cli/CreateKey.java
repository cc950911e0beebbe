package org.cartulary.ops.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.ops.access.Access;
import org.cartulary.ops.access.ApiKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes a key, which is told once and kept nowhere, and gives its client roles. */
@Command(
        name = "create",
        description = {
            "Makes a key of a client and prints it, this once: the ledger keeps only its hash.",
            "Makes the first administrator's key too: --client chief --role ADMINISTRATOR."
        },
        mixinStandardHelpOptions = true)
public final class CreateKey implements Callable<Integer> {

    @Mixin
    private Offline offline;

    @Option(names = "--client", required = true, description = "Whose key it is; a new name is a new client.")
    private String client;

    @Option(
            names = "--role",
            description = "A role to grant the client, in all or the named locations: ${COMPLETION-CANDIDATES}."
                    + " Grants that it has stay.")
    private List<Role> roles = List.of();

    @Option(names = "--location", description = "A location in which the roles hold; all without.")
    private List<String> locations;

    @Option(
            names = "--unlimited",
            description = "Let the roles reach as far as the ledger itself; without, nothing that has a limit.")
    private boolean unlimited;

    @Option(names = "--days", description = "After so many days the key ends by itself; never without.")
    private Long days;

    @Option(names = "--purpose", description = "Where the key is used, in words.")
    private String purpose;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var owner = ClientId.of(client);
        var places = locations == null
                ? null
                : locations.stream().map(LocationId::of).toList();
        try (var service = offline.open(properties)) {
            var clock = service.getBean(Clock.class);
            var access = new Access(service.getBean(Ledger.class), clock);
            for (var role : roles) access.give(owner, role, places, unlimited ? Limits.ALL : null);
            var key = ApiKey.random();
            access.issue(key, owner, days == null ? null : clock.instant().plus(Duration.ofDays(days)), purpose);
            spec.commandLine().getOut().println(key.text());
            spec.commandLine().getErr().println("This is the key of " + owner + ". It is not shown again.");
        }
        return CommandLine.ExitCode.OK;
    }
}
