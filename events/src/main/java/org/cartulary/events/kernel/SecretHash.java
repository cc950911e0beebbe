package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key as the ledger knows it: SHA-256 over the whole key, in hexadecimal. A key holds 256 random bits, so nobody finds it by trying,
 * and a slow hash would add nothing but its cost to every request.
 */
public record SecretHash(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (value == null || !FORM.matcher(value).matches())
            throw new IllegalArgumentException("hash is the SHA-256 of the whole key, as 64 hexadecimal digits");
    }

    @JsonCreator
    public static SecretHash of(String value) {
        return new SecretHash(value);
    }

    public static SecretHash over(String key) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new SecretHash(HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    /** Whether it is that of this key; takes as long for a key that is nearly right. */
    public boolean isOf(String key) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), over(key).value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return value;
    }
}
