package org.cartulary.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.SecretHash;
import org.junit.jupiter.api.Test;

/** A key proves its client until it ends, and nothing prolongs it. */
class KeyStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final KeyId ID = KeyId.of("abcdefghijkl");
    private static final ClientId CLIENT = ClientId.of("till-2");
    private static final String KEY = "ctly_abcdefghijkl_secret";

    @Test
    void itIsTheClientWhoHasTheKey() {
        var key = issued(null);

        assertThat(key.isProvenBy(KEY, NOW)).isTrue();
        assertThat(key.isProvenBy(KEY + "x", NOW)).isFalse();
        assertThat(KeyState.NONE.isProvenBy(KEY, NOW)).isFalse();
    }

    @Test
    void itEndsByItself() {
        assertThat(issued(LATER).isProvenBy(KEY, LATER.minusMillis(1))).isTrue();
        assertThat(issued(LATER).isProvenBy(KEY, LATER)).isFalse();
    }

    @Test
    void itIsRevokedAtOnceOrWhenItsSuccessorIsOut() {
        assertThat(revoked(issued(null), null).isProvenBy(KEY, NOW)).isFalse();
        var overlapping = revoked(issued(null), LATER);
        assertThat(overlapping.isProvenBy(KEY, NOW)).isTrue();
        assertThat(overlapping.isProvenBy(KEY, LATER)).isFalse();
    }

    @Test
    void revokingNeverProlongsIt() {
        var ending = issued(NOW.plusSeconds(1));

        assertThat(ending.decide(new RevokeKey(ID, LATER, null, NOW), NOW)).isEmpty();
    }

    @Test
    void oneNameIsOneKeyForEver() {
        assertThatThrownBy(() -> issued(null).decide(issue(null), NOW))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(AccessRejection.KEY_ALREADY_ISSUED));
        assertThatThrownBy(() -> KeyState.NONE.decide(new RevokeKey(ID, null, null, NOW), NOW))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(AccessRejection.KEY_UNKNOWN));
        assertThatThrownBy(() -> KeyState.NONE.decide(issue(NOW), NOW))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(AccessRejection.KEY_ENDS_IN_THE_PAST));
    }

    private static IssueKey issue(Instant expiresAt) {
        return new IssueKey(ID, CLIENT, SecretHash.over(KEY), expiresAt, null, NOW);
    }

    private static KeyState issued(Instant expiresAt) {
        return KeyState.NONE.evolve(KeyState.NONE.decide(issue(expiresAt), NOW).getFirst());
    }

    private static KeyState revoked(KeyState key, Instant from) {
        return key.evolve(key.decide(new RevokeKey(ID, from, null, NOW), NOW).getFirst());
    }
}
