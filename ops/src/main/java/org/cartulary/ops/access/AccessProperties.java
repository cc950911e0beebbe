package org.cartulary.ops.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How the service knows who asks.
 *
 * @param enabled whether it asks at all; without, it listens on loopback only, and everybody there may do everything
 * @param demo whether a service with an embedded database on loopback makes itself a key that may do everything
 * @param issuers whose tokens are believed, besides the ledger's own keys
 */
@ConfigurationProperties("cartulary.access")
public record AccessProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean demo,
        List<Issuer> issuers) {

    public AccessProperties {
        issuers = issuers == null ? List.of() : List.copyOf(issuers);
    }

    /**
     * One issuer of OpenID Connect tokens.
     *
     * @param name short, and never changed: its subject {@code alice} is the client {@code name.alice}
     * @param issuer as it stands in its tokens
     * @param keys the address or file of its JSON Web Key Set
     * @param audience that its tokens must name
     * @param algorithms that its signatures may have
     * @param skew by which its clock may differ from the service's
     */
    public record Issuer(
            String name,
            String issuer,
            Resource keys,
            String audience,
            @DefaultValue({"RS256", "ES256"}) List<String> algorithms,
            @DefaultValue("30s") Duration skew) {

        public Issuer {
            require(name, "name");
            require(issuer, "issuer");
            require(audience, "audience");
            if (keys == null) throw missing("keys");
            algorithms = List.copyOf(algorithms);
        }

        private static void require(String value, String what) {
            if (value == null || value.isBlank()) throw missing(what);
        }

        private static IllegalArgumentException missing(String what) {
            return new IllegalArgumentException("cartulary.access.issuers[]." + what + " is missing");
        }
    }
}
