package org.cartulary.events.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Version 7 UUIDs (RFC 9562, section 5.7): they sort by the time at which they were made. */
public final class Uuid7 {

    private static final Pattern TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Uuid7() {}

    /** A new one, for edges only: the ledger's decisions never make ids. */
    public static UUID random() {
        return GENERATOR.generate();
    }

    /** The same id for the same moment and name, for ever: an import that runs again names the same things. */
    public static UUID named(Instant moment, String name) {
        var hash = ByteBuffer.wrap(sha256(name));
        long high = moment.toEpochMilli() << 16 | 0x7000 | hash.getLong() & 0x0FFF;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static UUID parse(String what, String text) {
        if (text == null || !TEXT.matcher(text).matches())
            throw new IllegalArgumentException("the id of a " + what + " is a UUID of version 7");
        return UUID.fromString(text);
    }

    static void require(String what, UUID id) {
        if (id == null) throw new IllegalArgumentException("the id of a " + what + " is missing");
        if (id.version() != 7 || id.variant() != 2)
            throw new IllegalArgumentException("the id of a " + what + " is a UUID of version 7");
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
