package org.cartulary.ops.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What expires is written down though nobody touches the account, as of the local midnight that ended its last day. */
class StoredValueSweepTest {

    private static final String CARD = "019cad00-6000-7000-8000-000000000007";
    private static final Instant EVENING = Instant.parse("2026-03-02T22:00:00Z");

    @TempDir
    Path home;

    @Test
    void whatIsOwedGoesDownOnTheDay() throws Exception {
        var now = new AtomicReference<>(EVENING);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (var service = RunningService.at(clock, home, "cartulary.storedvalue.sweep=200ms")) {
            var story = new Story(service);
            story.accepted(
                    "/v1/locations",
                    "'location': 'LISBON', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': 'EUR'");
            story.accepted(
                    "/v1/stored-value",
                    "'account': '" + CARD + "', 'kind': 'GIFT_CARD', 'location': 'LISBON', 'currency': 'EUR',"
                            + " 'amountMinor': 5000, 'expiresOn': '2026-03-02', 'reason': 'raffle'");
            assertThat(story.read("/v1/stored-value/" + CARD)
                            .at("/balanceMinor")
                            .asLong())
                    .isEqualTo(5_000);

            now.set(EVENING.plus(Duration.ofHours(3)));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> story.read("/v1/stored-value/" + CARD)
                                    .at("/balanceMinor")
                                    .asLong()
                            == 0);
            var last = story.read("/v1/stored-value/entries?account=" + CARD + "&order=desc&limit=1")
                    .at("/items/0");
            assertThat(last.at("/cause").asString()).isEqualTo("EXPIRED");
            assertThat(last.at("/changeMinor").asLong()).isEqualTo(-5_000);
            assertThat(last.at("/occurredAt").asString()).isEqualTo("2026-03-03T00:00:00Z");
        }
    }
}
