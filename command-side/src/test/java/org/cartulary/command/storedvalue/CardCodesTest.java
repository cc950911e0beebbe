package org.cartulary.command.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.storedvalue.Cards.*;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.OpenShop;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes on gift cards: only a keyed hash is kept, which names one card for ever. */
class CardCodesTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final CardCodes codes = new CardCodes(new byte[CardCodes.KEY_LENGTH]);

    @Test
    void caseSpacesAndHyphensDoNotMatter() {
        assertThat(codes.hash("gift-7qk2 m4xp")).isEqualTo(codes.hash("GIFT7QK2M4XP"));
        assertThat(codes.hash("GIFT7QK2M4XQ")).isNotEqualTo(codes.hash("GIFT7QK2M4XP"));
        assertThat(codes.made(codes.hash("GIFT7QK2M4XP"))).isTrue();
    }

    @Test
    void whatCannotBeACodeIsRefusedWithoutBeingRepeated() {
        for (var none : new String[] {"SHORT-1", "Ä".repeat(9), "A".repeat(33), "4242 4242 4242 4242"})
            assertThatThrownBy(() -> codes.hash(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(none);
    }

    @Test
    void aCodeFindsOneCardForEverAndANewOneTakesItsPlace() {
        var shop = open.ledger();
        var lookup = new CardLookup(shop.part(EventStorageEngine.class), shop.part(Clock.class));
        var mine = account();
        var other = account();
        var first = codes.hash("FIRST-" + mine.toString().substring(24));
        var second = codes.hash("SECOND-" + mine.toString().substring(24));
        shop.accepted(card(mine, 500, null), card(other, 700, null));

        assertThat(lookup.find(first)).isEmpty();
        shop.accepted(new AssignCardCode(mine, first, NOON));
        shop.refused(new AssignCardCode(other, first, NOON), StoredValueRejection.CARD_CODE_TAKEN);
        assertThat(lookup.find(first).orElseThrow())
                .extracting(CardLookup.Found::account, CardLookup.Found::usableMinor)
                .containsExactly(mine, 500L);
        shop.accepted(new AssignCardCode(mine, second, NOON), block(mine));
        assertThat(lookup.find(first)).as("replaced").isEmpty();
        assertThat(lookup.find(second).orElseThrow().usableMinor())
                .as("blocked")
                .isZero();
        shop.refused(new AssignCardCode(other, first, NOON), StoredValueRejection.CARD_CODE_TAKEN);
    }
}
