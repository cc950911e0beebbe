package org.cartulary.command.location;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.location.LocationEvent.LocationRegistered;

/** Registers locations, each once. */
public final class LocationPosting implements CommandHandling {

    private final Births births;

    public LocationPosting(Births births) {
        this.births = births;
    }

    @CommandHandler
    public void handle(RegisterLocation c) {
        births.require(LocationEvent.streamOf(c.location()), LocationRejection.LOCATION_ALREADY_REGISTERED);
        var posting = new Posting();
        posting.begin(
                births,
                new LocationRegistered(
                        c.location(),
                        c.name(),
                        c.country(),
                        c.zone(),
                        c.cutOver(),
                        c.currency(),
                        c.cashIncrementMinor(),
                        c.policy(),
                        c.company(),
                        c.occurredAt()));
        posting.record();
    }
}
