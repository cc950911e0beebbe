package org.cartulary.ops.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An issuer of tokens, good and bad ones, whose keys lie in a file. */
final class Issuer {

    static final String NAME = "corp";
    static final String ADDRESS = "https://login.example";
    static final String AUDIENCE = "cartulary";

    private final RSAKey key;
    private final Path file;

    Issuer(Path directory) throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        file = directory.resolve("issuer.json");
        Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
    }

    /** By which the service is told to believe it. */
    String[] properties() {
        var issuer = "cartulary.access.issuers[0].";
        return new String[] {
            issuer + "name=" + NAME,
            issuer + "issuer=" + ADDRESS,
            issuer + "audience=" + AUDIENCE,
            issuer + "keys=" + file.toUri()
        };
    }

    String token(String subject) throws JOSEException {
        return signed(claims(subject).build());
    }

    /** By what is wrong with each. */
    Map<String, String> badTokens(String subject) throws JOSEException {
        var bad = new LinkedHashMap<String, String>();
        bad.put("expired", signed(claims(subject).expirationTime(ago(1)).build()));
        bad.put("not yet valid", signed(claims(subject).notBeforeTime(ago(-1)).build()));
        bad.put("without an end", signed(claims(subject).expirationTime(null).build()));
        bad.put("wrong audience", signed(claims(subject).audience("another").build()));
        bad.put("no audience", signed(claims(subject).audience((String) null).build()));
        bad.put(
                "wrong issuer",
                signed(claims(subject).issuer("https://evil.example").build()));
        bad.put("no issuer", signed(claims(subject).issuer(null).build()));
        bad.put("no subject", signed(claims(null).build()));
        bad.put("alg=none", new PlainJWT(claims(subject).build()).serialize());
        bad.put("a public key used as HMAC secret", byPublicKey(subject));
        bad.put(
                "another key",
                new SignedBy(new RSAKeyGenerator(2048).keyID("one").generate()).token(claims(subject)));
        bad.put("an algorithm that is not allowed", signed(claims(subject).build(), JWSAlgorithm.RS512));
        bad.put("altered", altered(token(subject)));
        return bad;
    }

    private record SignedBy(RSAKey other) {

        String token(JWTClaimsSet.Builder claims) throws JOSEException {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
            token.sign(new RSASSASigner(other));
            return token.serialize();
        }
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.RS256);
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String byPublicKey(String subject) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(),
                claims(subject).build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    /** Another claim under the same signature. */
    private static String altered(String token) {
        var parts = token.split("\\.");
        var middle = parts[1].toCharArray();
        middle[20] = middle[20] == 'A' ? 'B' : 'A';
        return parts[0] + "." + new String(middle) + "." + parts[2];
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(ADDRESS)
                .audience(List.of(AUDIENCE))
                .subject(subject)
                .expirationTime(ago(-1));
    }

    private static Date ago(long hours) {
        return Date.from(Instant.now().minus(Duration.ofHours(hours)));
    }
}
