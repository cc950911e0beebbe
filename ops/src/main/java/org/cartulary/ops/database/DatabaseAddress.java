package org.cartulary.ops.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the database lies, as the user says. Alone it opens nothing, so a command may ask for it while a service runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAddress {

    @Bean
    Home home(@Value("${cartulary.home:${user.home}/.cartulary}") String directory) {
        return Home.at(directory);
    }
}
