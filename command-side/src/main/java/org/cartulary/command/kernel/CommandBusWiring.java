package org.cartulary.command.kernel;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.events.catalogue.EventCatalogue;

/** Puts the ledger on Axon's command bus: no transaction of its own, because the engine commits, and every command recorded. */
public final class CommandBusWiring {

    private CommandBusWiring() {}

    public static Ledger ledger(
            List<? extends CommandHandling> postings,
            GroupCommit commits,
            CommandRecords records,
            Clock clock,
            Function<Class<? extends Command>, String> names,
            Guard guard) {
        var bus = SimpleCommandBus.builder().build();
        var recording = new CommandRecording(guard);
        bus.registerHandlerInterceptor(
                new UnitsOfWork(recording, commits, new Envelopes(EventCatalogue.CURRENT), clock));
        var single = new Handlers(postings);
        single.subscribe(bus);
        new Handlers(List.of(new BatchPosting(single, recording))).subscribe(bus);
        return new Ledger(new Decisions(bus, commits), records, names);
    }
}
