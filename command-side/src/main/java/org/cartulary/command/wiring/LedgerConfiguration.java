package org.cartulary.command.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.access.AccessPosting;
import org.cartulary.command.access.Guarding;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.engine.AppendListener;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.Memory;
import org.cartulary.command.engine.Partitions;
import org.cartulary.command.engine.PostgresEventStorageEngine;
import org.cartulary.command.engine.SnapshotJson;
import org.cartulary.command.engine.SnapshotStore;
import org.cartulary.command.exchange.ExchangePosting;
import org.cartulary.command.finance.FinancePosting;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandBusWiring;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Directory;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.States;
import org.cartulary.command.location.LocationPosting;
import org.cartulary.command.loyalty.LoyaltyPosting;
import org.cartulary.command.loyalty.Programmes;
import org.cartulary.command.product.ProductPosting;
import org.cartulary.command.reference.References;
import org.cartulary.command.reservation.ReservationPosting;
import org.cartulary.command.returns.LowestPrices;
import org.cartulary.command.returns.PointsOfReturn;
import org.cartulary.command.returns.Restocking;
import org.cartulary.command.returns.ReturnPosting;
import org.cartulary.command.returns.ReturnWithoutReceiptPosting;
import org.cartulary.command.returns.ValueOfReturn;
import org.cartulary.command.sale.PointsOfSale;
import org.cartulary.command.sale.SalePosting;
import org.cartulary.command.stock.StockPosting;
import org.cartulary.command.storedvalue.StoredValuePosting;
import org.cartulary.command.transfer.TransferPosting;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Assembles the command side by hand, without Axon's auto-configuration: from the database up to the {@link Ledger}, which is
 * all that the rest of the product sees of it.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventJson eventJson() {
        return new EventJson(EventCatalogue.CURRENT);
    }

    @Bean
    SnapshotStore snapshotStore(@ForCommands DataSource source) {
        return new SnapshotStore(source, new SnapshotJson(Aggregates.STATES));
    }

    @Bean(destroyMethod = "close")
    Partitions partitions(@ForCommands DataSource source, MeterRegistry registry) {
        return Partitions.tended(source, registry, Duration.ofSeconds(10));
    }

    @Bean
    PartitionsHealth partitionsHealthIndicator(@ForCommands DataSource source) {
        return new PartitionsHealth(source);
    }

    @Bean
    SnapshotQueue snapshots(SnapshotStore store) {
        return new SnapshotQueue(store);
    }

    @Bean
    Memory memory(
            SnapshotQueue snapshots, MeterRegistry registry, @Value("${cartulary.command.memory:64MB}") String weight) {
        return new Memory(DataSize.parse(weight).toBytes(), registry, snapshots);
    }

    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(
            @ForCommands DataSource source,
            Clock clock,
            MeterRegistry registry,
            Memory memory,
            ObjectProvider<AppendListener> listener) {
        return new GroupCommit(
                source, GroupLimits.DEFAULT, clock, registry, memory, listener.getIfAvailable(() -> (at, rows) -> {}));
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            @ForCommands DataSource source, GroupCommit commits, SnapshotStore snapshots, Clock clock) {
        return new PostgresEventStorageEngine(source, commits, EventCatalogue.CURRENT, clock, snapshots);
    }

    @Bean
    AccessDirectory accessDirectory(EventStorageEngine engine) {
        return new AccessDirectory(engine);
    }

    @Bean
    CommandRecords commandRecords(@ForCommands DataSource source, EventJson json) {
        return new CommandRecords(source, json);
    }

    @Bean
    Ledger ledger(
            PostgresEventStorageEngine engine,
            Memory memory,
            GroupCommit commits,
            SnapshotQueue snapshots,
            CommandRecords records,
            Clock clock,
            LowestPrices prices) {
        var states = new States(memory, engine, snapshots);
        var aggregates = new Aggregates(states);
        var postings = postings(aggregates, states, engine, prices);
        var guard = new Guarding(aggregates.clients(), aggregates.approvals());
        return CommandBusWiring.ledger(postings, commits, records, clock, CommandCatalogue::name, guard);
    }

    private static List<CommandHandling> postings(
            Aggregates aggregates, States states, EventStorageEngine engine, LowestPrices prices) {
        var references = new References(new Directory(engine));
        var births = new Births(states);
        var shelves = aggregates.shelves();
        var sold = aggregates.sales();
        var terms = new Programmes(aggregates.programmes());
        var points = aggregates.points();
        var reservations = aggregates.reservations();
        var restocking = new Restocking(shelves);
        var accounts = aggregates.storedValue();
        var value = new ValueOfReturn(accounts);
        var sales = new SalePosting(
                references, reservations, shelves, accounts, new PointsOfSale(references, terms, points), births);
        var returns = new ReturnPosting(references, sold, restocking, value, new PointsOfReturn(terms, points), births);
        return List.of(
                new LocationPosting(births),
                new ProductPosting(births),
                new StockPosting(references, shelves),
                new ReservationPosting(references, reservations, shelves),
                sales,
                returns,
                new ExchangePosting(returns, sales),
                new ReturnWithoutReceiptPosting(references, aggregates.allowances(), restocking, value, prices, births),
                new StoredValuePosting(references, accounts, births),
                new TransferPosting(references, aggregates.transfers(), shelves),
                new LoyaltyPosting(aggregates.programmes(), points, terms),
                new FinancePosting(references, births),
                new AccessPosting(
                        aggregates.clients(),
                        aggregates.keys(),
                        aggregates.approvals(),
                        births,
                        CommandCatalogue::digestOf));
    }
}
