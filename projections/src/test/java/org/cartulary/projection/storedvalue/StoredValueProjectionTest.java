package org.cartulary.projection.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.LoadCause;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.cartulary.projection.kernel.RandomHistory;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Tenders": a gift card is a liability, whose balance is the sum of its lots and of its entries. */
class StoredValueProjectionTest {

    private static final StoredValueId CARD = new StoredValueId(Uuid7.named(NOON, "card"));
    private static final LocalDate MARCH_9 = LocalDate.parse("2026-03-09");
    private static final String ACCOUNT = """
            select kind, currency, customer, blocked, has_code, balance_minor,
                   to_char(expires_at at time zone 'UTC', 'MM-DD HH24:MI'), position
            from storedvalue.account""";
    private static final String LOTS = "select lot, amount_minor, expires_on from storedvalue.lot order by lot";
    private static final String DAYS = """
            select business_day, kind, sold_minor, issued_minor, refunded_minor, redeemed_minor, expired_minor, entries,
                   first_position, last_position
            from storedvalue.daily order by business_day""";

    @RegisterExtension
    final Replay accounts = new Replay(new StoredValueProjection());

    @BeforeEach
    void aCardIsSold() {
        accounts.append(
                new AccountOpened(
                        CARD, AccountKind.GIFT_CARD, EUR, ZoneId.of("Europe/Berlin"), LISBON, null, MARCH_1, NOON),
                new ValueLoaded(
                        CARD,
                        AccountKind.GIFT_CARD,
                        EUR,
                        LoadCause.SOLD,
                        1,
                        5_000,
                        MARCH_9,
                        LISBON,
                        sale(1),
                        null,
                        null,
                        5_000,
                        MARCH_1,
                        NOON));
    }

    @Test
    void aCardThatWasSoldIsOwedAndExpiresAtTheLocalMidnightAfterItsLastDay() {
        assertThat(accounts.rows(ACCOUNT)).containsExactly("GIFT_CARD EUR null f f 5000 03-09 23:00 2");
        assertThat(accounts.rows(LOTS)).containsExactly("1 5000 2026-03-09");
        assertThat(accounts.rows(DAYS)).containsExactly("2026-03-01 GIFT_CARD 5000 0 0 0 0 1 2 2");
    }

    @Test
    void everyEntryStatesTheBalanceThatItLeft() {
        accounts.append(redeemed(2_000, 3_000), refunded(500, 3_500), expired(3_000, 500));

        assertThat(
                        accounts.rows(
                                "select position, cause, change_minor, balance_minor, tender from storedvalue.entry order by 1"))
                .containsExactly(
                        "2 SOLD 5000 5000 null",
                        "3 REDEEMED -2000 3000 1",
                        "4 REFUNDED 500 3500 1",
                        "5 EXPIRED -3000 500 null");
        assertThat(accounts.rows(LOTS)).containsExactly("1 0 2026-03-09", "2 500 null");
        assertThat(accounts.rows(ACCOUNT)).containsExactly("GIFT_CARD EUR null f f 500 null 5");
        assertThat(accounts.rows(DAYS))
                .containsExactly(
                        "2026-03-01 GIFT_CARD 5000 0 500 2000 0 3 2 4", "2026-03-10 GIFT_CARD 0 0 0 0 3000 1 5 5");
    }

    @Test
    void aCardIsBlockedAndHasACodeThatNoTableHolds() {
        var hash = CardCodeHash.of("k1." + "ab".repeat(32));
        accounts.append(
                new AccountBlocked(CARD, "lost", MARCH_1, NOON),
                new CardCodeAssigned(CARD, hash, MARCH_1, NOON),
                new CardCodeTaken(hash, CARD, NOON));
        assertThat(accounts.rows(ACCOUNT)).containsExactly("GIFT_CARD EUR null t t 5000 03-09 23:00 4");
        accounts.append(new AccountUnblocked(CARD, "found", MARCH_1, NOON));
        assertThat(accounts.rows("select blocked from storedvalue.account")).containsExactly("f");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensBalancesAreTheirLotsTheirEntriesAndTheDays(long seed) {
        try (var all = new Replay(new StoredValueProjection())) {
            all.record(new RandomHistory(seed, 2_000).events());
            all.follow(50);
            assertThat(all.rows("select count(*) > 10, bool_or(balance_minor > 0) from storedvalue.account"))
                    .containsExactly("t t");
            assertThat(all.rows("""
                            select account from storedvalue.account a
                            where balance_minor < 0
                               or balance_minor <> (select sum(amount_minor) from storedvalue.lot l where l.account = a.account)
                               or balance_minor <> (select sum(change_minor) from storedvalue.entry e
                                                    where e.account = a.account)
                               or balance_minor <> (select balance_minor from storedvalue.entry e
                                                    where e.account = a.account order by position desc limit 1)""")).as("seed %d", seed).isEmpty();
            assertThat(all.rows("""
                            select (select sum(balance_minor) from storedvalue.account)
                                 = (select sum(sold_minor + issued_minor + refunded_minor - redeemed_minor - expired_minor)
                                    from storedvalue.daily)""")).as("seed %d", seed).containsExactly("t");
        }
    }

    private static ValueRedeemed redeemed(long amount, long balance) {
        var parts = List.of(new LotPart(1, amount, MARCH_9));
        return new ValueRedeemed(
                CARD, AccountKind.GIFT_CARD, EUR, LISBON, sale(2), 1, parts, amount, balance, MARCH_1, NOON);
    }

    private static ValueRefunded refunded(long amount, long balance) {
        var parts = List.of(new LotPart(2, amount, null));
        return new ValueRefunded(
                CARD, AccountKind.GIFT_CARD, EUR, LISBON, goodsBack(1), 1, parts, amount, balance, MARCH_1, NOON);
    }

    private static ValueExpired expired(long amount, long balance) {
        return new ValueExpired(
                CARD,
                AccountKind.GIFT_CARD,
                EUR,
                List.of(new LotPart(1, amount, MARCH_9)),
                amount,
                balance,
                MARCH_9.plusDays(1),
                Instant.parse("2026-03-09T23:00:00Z"));
    }
}
