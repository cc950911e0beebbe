package org.cartulary.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.api.CommandDoor.Handler;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.command.storedvalue.CardLookup;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Routes each command's endpoint, and the one for many commands. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AdmissionProperties.class)
public class CommandRoutes {

    /** Behind what keeps others out, before all of Spring's. */
    private static final int BEFORE_SPRING = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<CommandDoor> commandDoor(
            Ledger ledger,
            CommandRecords records,
            MeterRegistry meters,
            CardCodes codes,
            EventStorageEngine store,
            Clock clock,
            AdmissionProperties limits) {
        var bodies = new RequestBodies(codes);
        var guesses = new Guesses(clock);
        var guarded = new GuardedLedger(ledger, guesses);
        var admission = new Admission(limits, meters);
        var single = new CommandApi(guarded, bodies, admission, meters, records.head());
        var bulk = new BulkApi(single, guarded, bodies, admission);
        var cards = new CardLookupApi(single, bodies, new CardLookup(store, clock), guesses, meters);
        var handlers = new HashMap<String, Handler>(Map.of(
                CommandEndpoints.BULK,
                bulk::submit,
                CommandEndpoints.CARD_LOOKUPS,
                (request, response) -> cards.find(request).writeTo(response)));
        for (var endpoint : CommandEndpoints.ALL)
            handlers.put(
                    endpoint.path(),
                    (request, response) ->
                            single.submit(request, endpoint.command()).writeTo(response));
        var door = new FilterRegistrationBean<>(new CommandDoor(handlers, meters));
        door.setOrder(BEFORE_SPRING);
        return door;
    }
}
