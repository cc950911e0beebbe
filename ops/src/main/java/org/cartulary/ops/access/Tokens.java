package org.cartulary.ops.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.ops.access.AccessProperties.Issuer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Believes the tokens of configured issuers: signed by one of their keys with an allowed algorithm, for this audience, and in time. */
final class Tokens {

    private record Trusted(String name, NimbusJwtDecoder decoder) {}

    private final Map<String, Trusted> byIssuer;

    Tokens(List<Issuer> issuers) {
        byIssuer = issuers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Issuer::issuer, issuer -> new Trusted(issuer.name(), decoder(issuer))));
    }

    /** @throws InvalidBearerTokenException where it is not to be believed */
    ClientId clientOf(String token) {
        var trusted = byIssuer.get(issuerOf(token));
        if (trusted == null) throw new InvalidBearerTokenException("its issuer is none of those that are believed");
        try {
            return Subjects.client(
                    trusted.name(), trusted.decoder().decode(token).getSubject());
        } catch (JwtException unbelievable) {
            throw new InvalidBearerTokenException(unbelievable.getMessage(), unbelievable);
        }
    }

    /** As the token says itself, which proves nothing yet. */
    private static String issuerOf(String token) {
        try {
            var issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
            if (issuer != null) return issuer;
            throw new InvalidBearerTokenException("the token names no issuer");
        } catch (ParseException | IllegalStateException malformed) {
            throw new InvalidBearerTokenException("it is neither a key of this ledger nor a token", malformed);
        }
    }

    private static NimbusJwtDecoder decoder(Issuer issuer) {
        var decoder = isFetched(issuer) ? fetched(issuer) : read(issuer);
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(issuer.audience()));
        OAuth2TokenValidator<Jwt> subject =
                new JwtClaimValidator<String>(JwtClaimNames.SUB, named -> named != null && !named.isBlank());
        OAuth2TokenValidator<Jwt> end = new JwtClaimValidator<>(JwtClaimNames.EXP, named -> named != null);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(issuer.skew()),
                new JwtIssuerValidator(issuer.issuer()),
                audience,
                subject,
                end)));
        return decoder;
    }

    private static boolean isFetched(Issuer issuer) {
        try {
            return issuer.keys().getURI().getScheme().startsWith("http");
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static NimbusJwtDecoder fetched(Issuer issuer) {
        try {
            return NimbusJwtDecoder.withJwkSetUri(issuer.keys().getURI().toString())
                    .jwsAlgorithms(allowed -> issuer.algorithms().forEach(name -> allowed.add(algorithm(name))))
                    .build();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static NimbusJwtDecoder read(Issuer issuer) {
        try (var file = issuer.keys().getInputStream()) {
            return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.load(file)))
                    .jwsAlgorithms(allowed -> issuer.algorithms().forEach(name -> allowed.add(algorithm(name))))
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(
                    "cartulary.access.issuers: " + issuer.keys() + " is no JSON Web Key Set", malformed);
        }
    }

    /** Only signatures by private keys: whoever can check one must not be able to make one. */
    private static SignatureAlgorithm algorithm(String name) {
        var algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null)
            throw new IllegalArgumentException("cartulary.access.issuers[].algorithms: there is no signature " + name);
        return algorithm;
    }
}
