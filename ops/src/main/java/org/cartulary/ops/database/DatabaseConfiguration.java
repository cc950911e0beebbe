package org.cartulary.ops.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the application its data source. Whoever is handed it may rely on the schema and on durability. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {
    @Bean
    Home home(@Value("${cartulary.home:${user.home}/.cartulary}") String directory) {
        return Home.at(directory);
    }

    @Bean(destroyMethod = "close")
    Database database(Home home, DatabaseProperties properties) {
        if (properties.url() != null) {
            return Database.external(properties.url(), properties.username(), properties.password());
        }
        return Database.embedded(home, properties.programs() != null ? properties.programs() : home.programs());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseProperties properties) {
        return LedgerPool.open(database, properties.poolSize());
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> homeIsServed(Database database) {
        return event -> database.servedOn(event.getWebServer().getPort());
    }
}
