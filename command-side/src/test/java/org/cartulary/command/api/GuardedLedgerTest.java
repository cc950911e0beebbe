package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.NOON;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cartulary.command.OpenShop;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.command.storedvalue.Cards;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.StoredValueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes are money: nobody finds them by giving them to a card of his own. */
class GuardedLedgerTest {

    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final CardCodes codes = new CardCodes(new byte[32]);

    @Test
    void codesOfOthersAreNotTriedWithoutEnd() {
        var shop = open.ledger();
        var guarded = new GuardedLedger(shop.ledger, new Guesses(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        StoredValueId mine = Cards.account();
        StoredValueId theirs = Cards.account();
        shop.accepted(Cards.card(mine, 1, null), Cards.card(theirs, 100, null));
        shop.accepted(new AssignCardCode(theirs, codes.hash("ABCD 1234"), NOON));

        for (int i = 0; i < 100; i++)
            assertThat(guarded.dryRun(sender("free-" + i), code(mine, "FREE" + (1_000 + i)))
                            .isAccepted())
                    .isTrue();
        for (int i = 0; i < Guesses.PER_CLIENT; i++) {
            var answer = guarded.dryRun(sender("taken-" + i), code(mine, "ABCD1234"));
            assertThat(answer.code()).isEqualTo("CARD_CODE_TAKEN");
            assertThat(answer.detail()).isEqualTo("a card with this code exists already");
        }
        assertThatThrownBy(() -> guarded.submit(sender("more"), code(mine, "ABCD1234")))
                .isInstanceOf(MalformedRequest.class);
        assertThat(guarded.submit(sender("other"), Cards.block(mine)).isAccepted())
                .as("whatever names no code goes on")
                .isTrue();
    }

    private AssignCardCode code(StoredValueId account, String code) {
        return new AssignCardCode(account, codes.hash(code), NOON);
    }

    private static Sender sender(String key) {
        return new Sender(ClientId.of("thief"), key, null, null, null, null);
    }
}
