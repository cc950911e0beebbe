package org.cartulary.ops.database;

import com.zaxxer.hikari.HikariDataSource;
import org.cartulary.command.wiring.ForCommands;
import org.cartulary.projection.config.ForProjections;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Gives the application its data sources. Whoever is handed one may rely on the schema and on durability. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    Database database(Home home, DatabaseProperties properties) {
        return Database.at(home, properties);
    }

    @Bean(destroyMethod = "close")
    LedgerPools ledgerPools(Database database, DatabaseProperties properties) {
        return LedgerPools.open(database, properties.poolSize());
    }

    /** Whoever does not say what for, may read. */
    @Bean
    @Primary
    HikariDataSource dataSource(LedgerPools pools) {
        return pools.of(LedgerRole.READS);
    }

    @Bean(ForCommands.SOURCE)
    @ForCommands
    HikariDataSource commandSource(LedgerPools pools) {
        return pools.of(LedgerRole.COMMANDS);
    }

    @Bean(ForProjections.SOURCE)
    @ForProjections
    HikariDataSource projectionSource(LedgerPools pools) {
        return pools.of(LedgerRole.PROJECTIONS);
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> homeIsServed(Database database) {
        return event -> database.servedOn(event.getWebServer().getPort());
    }
}
