package org.cartulary.command.storedvalue;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CardNumbers;

/**
 * Turns the code on a gift card into its keyed hash, at the edge: nothing behind it ever sees a code. The hash names its key, so
 * that a ledger never takes codes of two keys for one.
 */
public final class CardCodes {

    /** Of the key, in bytes: as long as what it makes. */
    public static final int KEY_LENGTH = 32;

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{8,32}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String name;

    /** @param key {@value #KEY_LENGTH} bytes that nobody else knows */
    public CardCodes(byte[] key) {
        if (key.length != KEY_LENGTH) throw new IllegalArgumentException("the key has " + KEY_LENGTH + " bytes");
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.name = "k" + hmac("cartulary: the name of this key").substring(0, 8);
    }

    /**
     * @param code as it was typed or scanned: case, spaces and hyphens do not matter
     * @throws IllegalArgumentException if it can't be a code; the message does not repeat it
     */
    public CardCodeHash hash(String code) {
        var plain = code.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(plain).matches())
            throw new IllegalArgumentException("a card's code has 8 to 32 letters and digits");
        if (CardNumbers.isIn(plain))
            throw new IllegalArgumentException("a payment card's number is no gift card's code");
        return CardCodeHash.of(name + "." + hmac(plain));
    }

    /** Whether that hash was made with this key. */
    public boolean made(CardCodeHash hash) {
        return hash.value().startsWith(name + ".");
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new AssertionError("every JDK has HMAC-SHA-256", impossible);
        }
    }
}
