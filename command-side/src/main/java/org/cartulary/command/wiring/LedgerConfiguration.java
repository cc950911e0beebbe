package org.cartulary.command.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.engine.AppendListener;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.LedgerEventStore;
import org.cartulary.command.engine.Partitions;
import org.cartulary.command.engine.PostgresEventStorageEngine;
import org.cartulary.command.exchange.ExchangePosting;
import org.cartulary.command.exchange.Parties;
import org.cartulary.command.finance.FinancePosting;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandBusWiring;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Directory;
import org.cartulary.command.kernel.Ledger;
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
import org.springframework.context.annotation.DependsOn;

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

    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(DataSource source, MeterRegistry registry, ObjectProvider<AppendListener> listener) {
        return new GroupCommit(source, GroupLimits.DEFAULT, registry, listener.getIfAvailable(() -> () -> {}));
    }

    @Bean(destroyMethod = "close")
    Partitions partitions(DataSource source, MeterRegistry registry) {
        return Partitions.tended(source, registry, Duration.ofSeconds(10));
    }

    @Bean
    LedgerEventStore eventStore(DataSource source, GroupCommit commits, Clock clock) {
        var engine = new PostgresEventStorageEngine(source, commits, EventCatalogue.CURRENT, clock, Aggregates.SHELLS);
        return LedgerEventStore.over(engine);
    }

    @Bean
    CommandRecords commandRecords(DataSource source, EventJson json) {
        return new CommandRecords(source, json);
    }

    @Bean
    @DependsOn("eventStore")
    SnapshotQueue snapshots() {
        return new SnapshotQueue();
    }

    @Bean
    Ledger ledger(
            LedgerEventStore store,
            CommandRecords records,
            Clock clock,
            SnapshotQueue snapshots,
            LowestPrices prices,
            MeterRegistry registry,
            @Value("${cartulary.command.memory:200000}") long memory) {
        var cache = new AggregateCache(memory);
        CaffeineCacheMetrics.monitor(registry, cache.entries(), "cartulary.aggregates");
        var aggregates = new Aggregates(store, cache, snapshots);
        return CommandBusWiring.ledger(
                postings(aggregates, store, prices), store, records, clock, CommandCatalogue::name);
    }

    private static List<CommandHandling> postings(Aggregates aggregates, EventStore store, LowestPrices prices) {
        var directory = new Directory(store);
        var references = new References(directory);
        var births = new Births(store);
        var shelves = aggregates.shelves();
        var sold = aggregates.sales();
        var programmes = new Programmes(directory);
        var points = aggregates.points();
        var reservations = aggregates.reservations();
        var restocking = new Restocking(shelves);
        var accounts = aggregates.storedValue();
        var value = new ValueOfReturn(accounts);
        var sales = new SalePosting(
                references, reservations, shelves, accounts, new PointsOfSale(references, programmes, points), births);
        var returns =
                new ReturnPosting(references, sold, restocking, value, new PointsOfReturn(programmes, points), births);
        return List.of(
                new LocationPosting(births),
                new ProductPosting(births),
                new StockPosting(references, shelves),
                new ReservationPosting(references, reservations, shelves),
                sales,
                returns,
                new ExchangePosting(
                        returns, sales, new Parties(directory, sold, reservations, shelves, accounts, points)),
                new ReturnWithoutReceiptPosting(references, aggregates.allowances(), restocking, value, prices, births),
                new StoredValuePosting(references, accounts, births),
                new TransferPosting(references, aggregates.transfers(), shelves),
                new LoyaltyPosting(aggregates.programmes(), points, programmes),
                new FinancePosting(references, births));
    }
}
