package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.command.storedvalue.CardLookup;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes each command's endpoint, and the one for many commands. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class CommandRoutes {

    @Bean
    RouterFunction<ServerResponse> commands(
            Ledger ledger,
            CommandRecords records,
            MeterRegistry meters,
            CardCodes codes,
            EventStorageEngine store,
            Clock clock) {
        var bodies = new RequestBodies(codes);
        var guesses = new Guesses(clock);
        var guarded = new GuardedLedger(ledger, guesses);
        var single = new CommandApi(guarded, bodies, meters, records.head());
        var bulk = new BulkApi(single, guarded, bodies);
        var routes = RouterFunctions.route().POST(CommandEndpoints.BULK, bulk::submit);
        for (var endpoint : CommandEndpoints.ALL)
            routes.POST(endpoint.path(), request -> single.submit(request, endpoint.command()));
        var cards = new CardLookupApi(single, bodies, new CardLookup(store, clock), guesses, meters);
        return routes.POST(CommandEndpoints.CARD_LOOKUPS, cards::find).build();
    }
}
