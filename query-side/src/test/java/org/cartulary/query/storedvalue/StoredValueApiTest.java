package org.cartulary.query.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Tenders" and "KPIs": stored value is a liability that can be told for any account, day and position. */
@QueryTest
class StoredValueApiTest {

    static final String CARD = id(1);
    static final String CREDIT = id(2);
    static final String BLOCKED = id(3);

    final Api api;
    final Seed seed;

    StoredValueApiTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void aCardACreditAndABlockedCard() {
        seed.empty();
        account(CARD, "GIFT_CARD", null, false, 3_000, 7);
        account(CREDIT, "STORED_CREDIT", "C-1", false, 900, 3);
        account(BLOCKED, "GIFT_CARD", null, true, 0, 4);
        seed.database.update(
                "insert into storedvalue.lot values (?, 1, 2000, '2027-01-31'), (?, 2, 1000, null),"
                        + " (?, 3, 0, '2026-05-01')",
                CARD,
                CARD,
                CARD);
        entry(2, CARD, "GIFT_CARD", "SOLD", 5_000, 5_000, "2026-03-01", NOON);
        entry(3, CREDIT, "STORED_CREDIT", "RETURNED", 900, 900, "2026-03-02", NOON);
        entry(6, CARD, "GIFT_CARD", "REDEEMED", -3_000, 2_000, "2026-03-04", NOON.plusSeconds(100));
        entry(7, CARD, "GIFT_CARD", "LOADED", 1_000, 3_000, "2026-03-04", NOON.plusSeconds(200));
        day("2026-03-01", "GIFT_CARD", 5_000, 0, 0, 0, 2, 2);
        day("2026-03-02", "STORED_CREDIT", 0, 0, 900, 0, 3, 3);
        day("2026-03-04", "GIFT_CARD", 0, 1_000, 0, 3_000, 6, 7);
        seed.progress(7);
    }

    @Test
    void anAccountHoldsItsLotsThoseThatExpireFirstInFront() {
        var card = api.get("/v1/stored-value/" + CARD);

        assertThat(card.at("/balanceMinor").asLong()).isEqualTo(3_000);
        assertThat(card.at("/lots").findValuesAsString("lot")).containsExactly("1", "2");
        assertThat(card.at("/lots/0/expiresOn").asString()).isEqualTo("2027-01-31");
        assertThat(card.at("/position").asLong()).isEqualTo(7);
        assertThat(api.get("/v1/stored-value/" + id(9)).status()).isEqualTo(404);
        assertThat(api.get("/v1/stored-value/1").status()).isEqualTo(400);
    }

    @Test
    void accountsAreFoundByCustomerKindAndBlock() {
        assertThat(found("")).containsExactlyInAnyOrder(CARD, CREDIT, BLOCKED).isSorted();
        assertThat(found("&customer=C-1")).containsExactly(CREDIT);
        assertThat(found("&kind=GIFT_CARD")).containsExactlyInAnyOrder(CARD, BLOCKED);
        assertThat(found("&blocked=true")).containsExactly(BLOCKED);
        assertThat(found("&kind=GIFT_CARD&blocked=false")).containsExactly(CARD);
    }

    @Test
    void aStatementStatesTheBalanceAfterEachEntry() {
        var statement = api.all("/v1/stored-value/entries?limit=1&account=" + CARD);

        assertThat(statement)
                .extracting(entry -> entry.at("/balanceMinor").asLong())
                .containsExactly(5_000L, 2_000L, 3_000L);
        assertThat(api.all("/v1/stored-value/entries?limit=1&order=desc&account=" + CARD))
                .extracting(entry -> entry.at("/position").asLong())
                .containsExactly(7L, 6L, 2L);
        assertThat(api.all("/v1/stored-value/entries?businessDay=2026-03-04&kind=GIFT_CARD&currency=EUR"))
                .hasSize(2);
    }

    @Test
    void aBalanceIsToldAsOfATimeOrAPosition() {
        assertThat(balance("")).isEqualTo(3_000);
        assertThat(balance("?asOfPosition=6")).isEqualTo(2_000);
        assertThat(balance("?asOf=" + NOON.plusSeconds(99))).isEqualTo(5_000);
        assertThat(balance("?asOfPosition=1")).isZero();
        assertThat(api.all("/v1/stored-value/entries?asOf=" + NOON.plusSeconds(100) + "&account=" + CARD))
                .hasSize(2);
    }

    @Test
    void whatIsOwedIsRightOnAnyDay() {
        var days = api.all("/v1/stored-value/liability?limit=1&from=2026-03-01&to=2026-03-05&kind=GIFT_CARD");

        assertThat(days)
                .extracting(day -> day.at("/openingMinor").asLong())
                .containsExactly(0L, 5_000L, 5_000L, 5_000L, 3_000L);
        assertThat(days)
                .extracting(day -> day.at("/closingMinor").asLong())
                .containsExactly(5_000L, 5_000L, 5_000L, 3_000L, 3_000L);
        assertThat(days.get(3).at("/firstPosition").asLong()).isEqualTo(6);
        assertThat(days.get(4).at("/lastPosition").isMissingNode()).isTrue();
        assertThat(api.all("/v1/stored-value/liability?from=2026-03-02&to=2026-03-02"))
                .hasSize(2);
        assertThat(api.get("/v1/stored-value/liability?from=2026-03-02&to=2026-03-01")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/stored-value/liability?from=2026-03-02&to=2027-03-03")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/stored-value/liability?from=2026-03-02").status())
                .isEqualTo(400);
    }

    private long balance(String parameters) {
        return api.get("/v1/stored-value/" + CARD + "/balance" + parameters)
                .at("/balanceMinor")
                .asLong();
    }

    private List<String> found(String filter) {
        return api.all("/v1/stored-value?limit=1" + filter).stream()
                .map(account -> account.at("/account").asString())
                .toList();
    }

    private void account(String account, String kind, String customer, boolean blocked, long balance, long position) {
        seed.database.update(
                "insert into storedvalue.account values (?, ?, 'EUR', 'Europe/Lisbon', 'LISBON', ?, ?, false, ?, null, ?, ?)",
                account,
                kind,
                customer,
                blocked,
                balance,
                Seed.time(NOON),
                position);
    }

    private void entry(
            long position,
            String account,
            String kind,
            String cause,
            long change,
            long balance,
            String day,
            Instant recordedAt) {
        seed.database.update(
                "insert into storedvalue.entry values (?, ?, ?, 'EUR', ?, ?, ?, 'LISBON', null, null, null, null, ?, ?, ?)",
                position,
                account,
                kind,
                cause,
                change,
                balance,
                Date.valueOf(LocalDate.parse(day)),
                Seed.time(recordedAt),
                Seed.time(recordedAt));
    }

    private void day(
            String day, String kind, long sold, long issued, long refunded, long redeemed, long first, long last) {
        seed.database.update(
                "insert into storedvalue.daily values (?, ?, 'EUR', ?, ?, ?, ?, 0, ?, ?, ?)",
                Date.valueOf(LocalDate.parse(day)),
                kind,
                sold,
                issued,
                refunded,
                redeemed,
                last - first + 1,
                first,
                last);
    }

    private static String id(int number) {
        return Uuid7.named(NOON, "account " + number).toString();
    }
}
