package org.cartulary.ops.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.ops.database.Home;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the API the key of the gift cards' codes. Whatever serves no API needs none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class CardCodesConfiguration {

    /** The streams of codes stand together in the index. */
    private static final String SOME_CODE = """
            select stream from ledger.event
            where stream >= 'card-code/' and stream < 'card-code0' and sequence = 0 order by stream limit 1
            """;

    /** @param file absent in the home; services that share a database share the file */
    @Bean
    CardCodes cardCodes(Home home, JdbcClient database, @Value("${cartulary.storedvalue.keyfile:}") String file) {
        var key = new CardCodeKey(file.isBlank() ? home.directory().resolve("card-codes.key") : Path.of(file));
        return key.codes(some(database));
    }

    private static Optional<CardCodeHash> some(JdbcClient database) {
        return database.sql(SOME_CODE)
                .query(String.class)
                .optional()
                .map(stream -> CardCodeHash.of(stream.substring("card-code/".length())));
    }
}
