package org.cartulary.ops.access;

import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.SecretHash;

/** Names the client that a token's subject is. */
final class Subjects {

    /** Digits of a hash that stand for a subject: 128 bits. */
    private static final int DIGITS = 32;

    private Subjects() {}

    /** The issuer's name, a dot and the subject; or of a subject that can't stand in a name, the beginning of its SHA-256. */
    static ClientId client(String issuer, String subject) {
        try {
            return ClientId.of(issuer + "." + subject);
        } catch (IllegalArgumentException unfit) {
            return ClientId.of(issuer + "." + SecretHash.over(subject).value().substring(0, DIGITS));
        }
    }
}
