package org.cartulary.command.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.cartulary.command.stock.Holds.Held;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.junit.jupiter.api.Test;

/** Rule book, "Stock": {@code reserved} is the sum of live holds, derived and never kept apart (saleor/saleor#5334). */
class HoldsTest {

    private static final ReservationId ANNS = reservation();
    private static final ReservationId BENS = reservation();

    @Test
    void theTotalIsTheSumOfTheHolds() {
        var holds = Holds.NONE.with(ANNS, new Held(units(2), NOON)).with(BENS, new Held(units(3), null));
        assertThat(holds.total()).isEqualTo(units(5));
        assertThat(holds.without(ANNS).total()).isEqualTo(units(3));
        assertThat(holds.without(reservation())).isSameAs(holds);
    }

    @Test
    void aHoldThatChangesIsCountedOnce() {
        var holds =
                Holds.NONE.with(ANNS, new Held(units(2), NOON)).with(ANNS, new Held(units(1), NOON.plusSeconds(60)));
        assertThat(holds.total()).isEqualTo(units(1));
        assertThat(holds.expiredAt(NOON)).isEmpty();
        assertThat(holds.expiredAt(NOON.plusSeconds(60))).containsExactly(ANNS);
    }

    @Test
    void aHoldIsFreeAtTheMomentAtWhichItExpires() {
        var holds = Holds.NONE.with(ANNS, new Held(units(1), NOON));
        assertThat(holds.expiredAt(NOON.minusMillis(1))).isEmpty();
        assertThat(holds.expiredAt(NOON)).containsExactly(ANNS);
    }

    @Test
    void whatExpiresFirstIsNamedFirstAndAFirmHoldNever() {
        var holds = Holds.NONE
                .with(ANNS, new Held(units(1), NOON.plusSeconds(2)))
                .with(BENS, new Held(units(1), NOON.plusSeconds(1)))
                .with(reservation(), new Held(units(1), null));
        assertThat(holds.expiredAt(NOON.plusSeconds(9_999))).containsExactly(BENS, ANNS);
    }

    @Test
    void sumAndOrderAgreeWithAPlainMapAfterManyRandomChanges() {
        var random = new Random(20260302);
        var plain = new HashMap<ReservationId, Held>();
        var holds = Holds.NONE;
        var known = new ArrayList<ReservationId>();
        for (int i = 0; i < 40; i++) known.add(reservation());
        for (int i = 0; i < 3_000; i++) {
            var who = known.get(random.nextInt(known.size()));
            if (random.nextInt(3) == 0) {
                holds = holds.without(who);
                plain.remove(who);
            } else {
                var held = new Held(units(1 + random.nextInt(9)), NOON.plusSeconds(random.nextInt(50)));
                holds = holds.with(who, held);
                plain.put(who, held);
            }
            var moment = NOON.plusSeconds(random.nextInt(50));
            assertThat(holds.expiredAt(moment)).containsExactlyInAnyOrderElementsOf(expired(plain, moment));
            assertThat(holds.total())
                    .isEqualTo(plain.values().stream().map(Held::quantity).reduce(Quantity.ZERO, Quantity::plus));
        }
    }

    private static List<ReservationId> expired(HashMap<ReservationId, Held> plain, java.time.Instant moment) {
        return plain.entrySet().stream()
                .filter(hold -> !hold.getValue().expiresAt().isAfter(moment))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
