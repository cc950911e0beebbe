package org.cartulary.query.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Loyalty": what a customer has, had at any position, and what all of it comes to per day. */
@QueryTest
class LoyaltyApiTest {

    static final String ANN = "/v1/loyalty/accounts/CLUB/C-1";

    final Api api;
    final Seed seed;
    final TestClock clock;
    final LocalDate today = NOON.atZone(ZoneOffset.UTC).toLocalDate();

    LoyaltyApiTest(Api api, Seed seed, TestClock clock) {
        this.api = api;
        this.seed = seed;
        this.clock = clock;
    }

    /** Ann earned 100 and 40 points, of which the latter wait until tomorrow, and spent 30; Ben owes 5. */
    @BeforeEach
    void annAndBen() {
        seed.empty();
        terms(1, today.minusDays(30), 1, 2, 1);
        terms(2, today.plusDays(1), 1, 3, 2);
        account("C-1", 110, 0, "SILVER", 6);
        account("C-2", -5, 5, null, 7);
        lot("C-1", 1, 70, null, today.plusDays(9));
        lot("C-1", 2, 40, today.plusDays(1), today.plusDays(5));
        change(3, "C-1", 1, 100);
        change(4, "C-1", 1, -30);
        change(6, "C-1", 2, 40);
        entry(3, "C-1", "EARNED", 100, 100, 0);
        entry(4, "C-1", "REDEEMED", -30, 70, 0);
        entry(6, "C-1", "EARNED", 40, 110, 0);
        entry(7, "C-2", "REVERSED", -5, -5, 5);
        seed.database.update(
                "insert into loyalty.tier_change values (5, 'CLUB', 'C-1', 'SILVER', ?, ?)",
                Date.valueOf(today.plusDays(20)),
                Seed.time(recordedAt(5)));
        spend(3, today.minusDays(40), 9_000);
        spend(4, today.minusDays(3), 1_000);
        day(today.minusDays(1), 100, 0, 30, 0, 4);
        day(today, 40, 0, 0, 5, 7);
        seed.progress(7);
    }

    @Test
    void anAccountSaysWhatCanBeSpentTodayAndWhatLater() {
        var ann = api.get(ANN);

        assertThat(ann.position()).isEqualTo(7);
        assertThat(ann.at("/balance").asLong()).isEqualTo(110);
        assertThat(ann.at("/usable").asLong()).isEqualTo(70);
        assertThat(ann.at("/pending").asLong()).isEqualTo(40);
        assertThat(ann.at("/tier").asString()).isEqualTo("SILVER");
        assertThat(ann.at("/qualifiedMinor").asLong()).isEqualTo(1_000);
        assertThat(ann.at("/lots/0/lot").asInt())
                .as("the earliest-expiring first")
                .isEqualTo(2);
        clock.set(NOON.plus(6, ChronoUnit.DAYS));
        assertThat(api.get(ANN).at("/usable").asLong()).as("one lot is over").isEqualTo(70);
        assertThat(api.get(ANN).at("/pending").asLong()).isZero();
    }

    @Test
    void whoOwesCanSpendNothing() {
        var ben = api.get("/v1/loyalty/accounts/CLUB/C-2");

        assertThat(ben.at("/balance").asLong()).isEqualTo(-5);
        assertThat(ben.at("/owed").asLong()).isEqualTo(5);
        assertThat(ben.at("/usable").asLong()).isZero();
        assertThat(api.get("/v1/loyalty/accounts/CLUB/C-3").status()).isEqualTo(404);
    }

    @Test
    void anAccountAsOfAPositionOrAMomentOfRecording() {
        for (var asOf : new String[] {"asOfPosition=3", "asOf=" + recordedAt(3)}) {
            var then = api.get(ANN + "?" + asOf);

            assertThat(then.at("/balance").asLong()).as(asOf).isEqualTo(100);
            assertThat(then.at("/lots/0/points").asLong()).as(asOf).isEqualTo(100);
            assertThat(then.at("/tier").isMissingNode()).as(asOf).isTrue();
            assertThat(api.get(ANN + "/entries?" + asOf).at("/items")).hasSize(1);
        }
        assertThat(api.get(ANN + "?asOfPosition=2").at("/balance").asLong()).isZero();
        assertThat(api.get(ANN + "?asOfPosition=3&asOf=" + NOON).status()).isEqualTo(400);
    }

    @Test
    void theStatementRunsInEitherOrderPageByPage() {
        var first = api.get(ANN + "/entries?limit=2&order=desc");

        assertThat(first.at("/items/0/position").asLong()).isEqualTo(6);
        assertThat(first.at("/items/1/balance").asLong()).isEqualTo(70);
        var rest = api.get(
                ANN + "/entries?limit=2&order=desc&cursor=" + first.at("/next").asString());
        assertThat(rest.at("/items")).hasSize(1);
        assertThat(rest.at("/items/0/kind").asString()).isEqualTo("EARNED");
    }

    @Test
    void accountsAreListedByProgrammeAndCustomer() {
        assertThat(api.get("/v1/loyalty/accounts?programme=CLUB").at("/items")).hasSize(2);
        assertThat(api.get("/v1/loyalty/accounts?owing=true")
                        .at("/items/0/customer")
                        .asString())
                .isEqualTo("C-2");
        assertThat(api.get("/v1/loyalty/accounts?tier=SILVER").at("/items")).hasSize(1);
        var first = api.get("/v1/loyalty/accounts?limit=1");
        var second = api.get(
                "/v1/loyalty/accounts?limit=1&cursor=" + first.at("/next").asString());
        assertThat(second.at("/items/0/customer").asString()).isEqualTo("C-2");
    }

    @Test
    void theLiabilityIsToldInPointsAndInMoneyOfItsDay() {
        var days = api.get("/v1/loyalty/liability/CLUB?from=%s&to=%s".formatted(today.minusDays(2), today.plusDays(1)));

        assertThat(days.at("/currency").asString()).isEqualTo("EUR");
        assertThat(days.at("/days")).hasSize(4);
        assertThat(days.at("/days/0/closing").asLong()).isZero();
        assertThat(days.at("/days/1/closing").asLong()).isEqualTo(70);
        assertThat(days.at("/days/2/opening").asLong()).isEqualTo(70);
        assertThat(days.at("/days/2/closing").asLong()).isEqualTo(105);
        assertThat(days.at("/days/2/closingMinor").asLong()).isEqualTo(210);
        assertThat(days.at("/days/2/position").asLong()).isEqualTo(7);
        assertThat(days.at("/days/3/closingMinor").asLong())
                .as("worth more from tomorrow")
                .isEqualTo(315);
        assertThat(api.get("/v1/loyalty/liability/CLUB?from=%s&to=%s".formatted(today, today.minusDays(1)))
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/loyalty/liability/NONE?from=%1$s&to=%1$s".formatted(today))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProgrammeShowsItsDatedTerms() {
        var club = api.get("/v1/loyalty/programmes").at("/items/0");

        assertThat(club.at("/programme").asString()).isEqualTo("CLUB");
        assertThat(club.at("/terms")).hasSize(2);
        assertThat(club.at("/terms/1/terms/tierDays").asInt()).isEqualTo(30);
    }

    private static Instant recordedAt(long position) {
        return NOON.minus(1, ChronoUnit.DAYS).plusSeconds(position);
    }

    private void terms(int number, LocalDate from, long points, long minor, long position) {
        seed.database.update(
                "insert into loyalty.terms values ('CLUB', ?, ?, 'UTC', 'EUR', ?, ?, 30, '{\"tierDays\":30}', ?)",
                number,
                Date.valueOf(from),
                points,
                minor,
                position);
    }

    private void account(String customer, long balance, long owed, String tier, long position) {
        seed.database.update(
                "insert into loyalty.account values ('CLUB', ?, '2026-01-01', ?, ?, ?, null, ?)",
                customer,
                balance,
                owed,
                tier,
                position);
    }

    private void lot(String customer, int lot, long points, LocalDate usableFrom, LocalDate expiresOn) {
        seed.database.update(
                "insert into loyalty.lot values ('CLUB', ?, ?, ?, ?, ?)",
                customer,
                lot,
                points,
                usableFrom == null ? null : Date.valueOf(usableFrom),
                Date.valueOf(expiresOn));
    }

    private void change(long position, String customer, int lot, long points) {
        seed.database.update(
                "insert into loyalty.lot_change values (?, 'CLUB', ?, ?, ?, ?)",
                position,
                customer,
                lot,
                points,
                Seed.time(recordedAt(position)));
    }

    private void entry(long position, String customer, String kind, long points, long balance, long owed) {
        seed.database.update(
                "insert into loyalty.entry values (?, 'CLUB', ?, ?, ?, ?, ?, '2026-03-01', null, null, null, null, 1, ?, ?)",
                position,
                customer,
                kind,
                points,
                balance,
                owed,
                Seed.time(NOON),
                Seed.time(recordedAt(position)));
    }

    private void spend(long position, LocalDate day, long minor) {
        seed.database.update(
                "insert into loyalty.spend_change values (?, 'CLUB', 'C-1', ?, ?, ?)",
                position,
                Date.valueOf(day),
                minor,
                Seed.time(recordedAt(position)));
    }

    private void day(LocalDate day, long earned, long adjusted, long redeemed, long reversed, long position) {
        seed.database.update(
                "insert into loyalty.day values ('CLUB', ?, ?, ?, ?, ?, 0, 0, ?)",
                Date.valueOf(day),
                earned,
                adjusted,
                redeemed,
                reversed,
                position);
    }
}
