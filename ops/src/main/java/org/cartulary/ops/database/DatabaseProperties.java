package org.cartulary.ops.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code cartulary.database.*}.
 *
 * @param url the JDBC address of an external PostgreSQL; where it is absent, the service runs one of its own
 * @param username the owner of the external database
 * @param password of that owner
 * @param poolSize the most connections that the service holds
 * @param port of the embedded PostgreSQL, for whoever connects to it besides the service; any free one where it is 0
 * @param programs where the programs of the embedded PostgreSQL are unpacked; under the home where it is absent
 */
@ConfigurationProperties("cartulary.database")
public record DatabaseProperties(
        String url,
        String username,
        String password,
        @DefaultValue("40") int poolSize,
        @DefaultValue("0") int port,
        Path programs) {

    Path programsIn(Home home) {
        return programs != null ? programs : home.programs();
    }
}
