package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 9562, section 5.7. */
class Uuid7Test {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void laterOnesSortBehindEarlierOnes() {
        var before = Uuid7.random().toString();
        for (int i = 0; i < 10_000; i++) {
            var next = Uuid7.random().toString();
            assertThat(next).isGreaterThan(before);
            before = next;
        }
    }

    @Test
    void theSameMomentAndNameAreTheSameIdForEver() {
        assertThat(Uuid7.named(NOON, "online-retail/536365")).isEqualTo(Uuid7.named(NOON, "online-retail/536365"));
        assertThat(Uuid7.named(NOON, "online-retail/536365"))
                .hasToString(FROZEN)
                .satisfies(id -> assertThat(new SaleId(id).value()).isEqualTo(id));
    }

    @Test
    void anotherNameOrMomentIsAnotherId() {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 20_000; i++) ids.add(Uuid7.named(NOON, "invoice/" + i));
        ids.add(Uuid7.named(NOON.plusMillis(1), "invoice/1"));

        assertThat(ids).hasSize(20_001);
    }

    @Test
    void itBeginsWithItsMomentInMilliseconds() {
        var id = Uuid7.named(NOON, "x");

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    /** Changing it would give everything that was ever imported another identity. */
    static final String FROZEN = "019ca945-0a7b-78d4-abae-b8e0911bf0b9";
}
