package org.cartulary.ops.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.SecretHash;

/**
 * A key as its client holds it: {@code ctly_}, twelve letters and digits by which it is found, and 256 random bits. The beginning is the
 * same in all of them, so that scanners find a key that was published by mistake.
 */
public record ApiKey(KeyId id, String text) {

    static final String BEGINNING = "ctly_";

    private static final Pattern FORM = Pattern.compile(BEGINNING + "([a-z0-9]{12})_[A-Za-z0-9_-]{43}");
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ApiKey random() {
        var id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) id.append(SMALL.charAt(RANDOM.nextInt(SMALL.length())));
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new ApiKey(KeyId.of(id.toString()), BEGINNING + id + "_" + text);
    }

    /** Nothing where it can't be a key, so that nobody looks for it. */
    static Optional<ApiKey> of(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKey(KeyId.of(matcher.group(1)), text)) : Optional.empty();
    }

    public SecretHash hash() {
        return SecretHash.over(text);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return BEGINNING + id + "_…";
    }
}
