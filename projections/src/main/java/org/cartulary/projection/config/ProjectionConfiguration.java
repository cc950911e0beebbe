package org.cartulary.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.cartulary.projection.catalog.CatalogProjection;
import org.cartulary.projection.history.HistoryProjection;
import org.cartulary.projection.kernel.EventFeed;
import org.cartulary.projection.kernel.PostgresEventFeed;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.ProjectionSettings;
import org.cartulary.projection.kernel.Projections;
import org.cartulary.projection.loyalty.LoyaltyProjection;
import org.cartulary.projection.reservation.ReservationProjection;
import org.cartulary.projection.stock.StockProjection;
import org.cartulary.projection.storedvalue.StoredValueProjection;
import org.cartulary.projection.trade.TradeProjection;
import org.cartulary.projection.transfer.TransferProjection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All projections on one feed. Whoever appends to the ledger in this process tells the feed so by {@link EventFeed#nudge}. */
@Configuration(proxyBeanMethods = false)
@OnProjectionNode
@EnableConfigurationProperties(ProjectionSettings.class)
public class ProjectionConfiguration {

    @Bean
    EventFeed eventFeed(@ForProjections DataSource dataSource) {
        return new PostgresEventFeed(dataSource);
    }

    @Bean
    Projections projections(
            @ForProjections DataSource dataSource,
            EventFeed feed,
            ProjectionSettings settings,
            ObjectProvider<MeterRegistry> registry) {
        return new Projections(dataSource, feed, all(), settings, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    ProjectionHealth projectionsHealthIndicator(Projections projections) {
        return new ProjectionHealth(projections);
    }

    /** Every projection there is. */
    public static List<Projection> all() {
        return List.of(
                new CatalogProjection(),
                new StockProjection(),
                new ReservationProjection(),
                new TransferProjection(),
                new StoredValueProjection(),
                new TradeProjection(),
                new LoyaltyProjection(),
                new HistoryProjection());
    }
}
