package org.cartulary.command.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cartulary.events.json.CanonicalJson;

/**
 * A command with its sender.
 *
 * @param name the command's stable name
 * @param digest SHA-256 over the name and the canonical JSON, by which a key that was used for another command is found
 */
public record Request(Sender sender, Command command, String name, String digest) {

    public static Request of(Sender sender, Command command, String name) {
        return new Request(sender, command, name, digest(name, command));
    }

    /** SHA-256 over the name and the canonical JSON. */
    public static String digest(String name, Command command) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(CanonicalJson.write(command)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
