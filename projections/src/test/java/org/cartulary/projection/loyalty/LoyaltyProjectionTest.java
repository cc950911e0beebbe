package org.cartulary.projection.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.TermsInForce;
import org.cartulary.projection.kernel.RandomLoyalty;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Loyalty": the statement, the lots and the liability are what the events sum up to. */
class LoyaltyProjectionTest {

    private static final ProgrammeId CLUB = RandomLoyalty.CLUB;
    private static final TermsInForce FIRST = new TermsInForce(1, MARCH_1);
    private static final LocalDate MARCH_2 = MARCH_1.plusDays(1);
    private static final LocalDate JUNE = LocalDate.parse("2026-06-30");

    @RegisterExtension
    final Replay loyalty = new Replay(new LoyaltyProjection());

    @BeforeEach
    void carlaEarnsAHundredPointsAndSpendsThirty() {
        loyalty.append(
                new CustomerEnrolled(CLUB, CARLA, MARCH_1, NOON),
                new PointsEarned(CLUB, CARLA, sale(1), MARCH_1, FIRST, 10_050, 100, 0, 1, MARCH_2, JUNE, NOON),
                new TierReached(CLUB, CARLA, MARCH_1, FIRST, "SILVER", 10_050, JUNE, NOON),
                new PointsRedeemed(CLUB, CARLA, sale(2), 1, MARCH_2, FIRST, 30, 30, List.of(part(1, 30)), NOON));
    }

    @Test
    void theAccountHasABalanceATierAndItsLots() {
        assertThat(loyalty.rows("select customer, balance, owed, tier, tier_until, position from loyalty.account"))
                .containsExactly("C-1 70 0 SILVER 2026-06-30 4");
        assertThat(loyalty.rows("select lot, points, usable_from, expires_on from loyalty.lot"))
                .containsExactly("1 70 2026-03-02 2026-06-30");
        assertThat(loyalty.rows("select day, amount_minor from loyalty.spend_change"))
                .containsExactly("2026-03-01 10050");
    }

    @Test
    void theStatementRunsByPosition() {
        loyalty.append(new PointsWithdrawn(CLUB, CARLA, MARCH_2, FIRST, 20, List.of(part(1, 20)), "by error", NOON));
        assertThat(loyalty.rows("select position, kind, points, balance, reason from loyalty.entry order by position"))
                .containsExactly("2 EARNED 100 100 null", "4 REDEEMED -30 70 null", "5 WITHDRAWN -20 50 by error");
    }

    @Test
    void whatIsReversedBeyondTheLotsIsOwedAndPaidByWhatComesNext() {
        loyalty.append(new PointsReversed(
                CLUB,
                CARLA,
                goodsBack(1),
                sale(1),
                MARCH_2,
                MARCH_1,
                1,
                10_050,
                100,
                List.of(part(1, 70)),
                0,
                30,
                NOON));
        assertThat(loyalty.rows("select balance, owed from loyalty.account")).containsExactly("-30 30");
        loyalty.append(new PointsEarned(CLUB, CARLA, sale(3), MARCH_2, FIRST, 5_000, 50, 30, 2, null, JUNE, NOON));

        assertThat(loyalty.rows("select balance, owed from loyalty.account")).containsExactly("20 0");
        assertThat(loyalty.rows("select lot, points from loyalty.lot where points > 0"))
                .containsExactly("2 20");
        assertThat(loyalty.rows("select sum(amount_minor) from loyalty.spend_change"))
                .containsExactly("5000");
    }

    @Test
    void whatHadExpiredBeforeIsNotCountedTwice() {
        loyalty.append(
                new PointsExpired(CLUB, CARLA, JUNE.plusDays(1), 70, List.of(part(1, 70)), NOON),
                new PointsReversed(
                        CLUB, CARLA, goodsBack(1), sale(1), JUNE, MARCH_1, 1, 10_050, 100, List.of(), 70, 30, NOON));
        assertThat(loyalty.rows("select balance, owed from loyalty.account")).containsExactly("-30 30");
        assertThat(loyalty.rows("select day, earned, redeemed, reversed, expired from loyalty.day order by day"))
                .containsExactly(
                        "2026-03-01 100 0 0 0", "2026-03-02 0 30 0 0", "2026-06-30 0 0 30 0", "2026-07-01 0 0 0 70");
    }

    @Test
    void aTierMayEnd() {
        loyalty.append(new TierReviewed(CLUB, CARLA, JUNE, FIRST, "SILVER", null, 0, null, NOON));
        assertThat(loyalty.rows("select tier, tier_until from loyalty.account")).containsExactly("null null");
        assertThat(loyalty.rows("select tier from loyalty.tier_change order by position"))
                .containsExactly("SILVER", "null");
    }

    /** Rule book, "Global": the tables say what the state of each account says, and every sum of them is the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTablesSayWhatTheStateOfEachAccountSays(long seed) {
        var random = new RandomLoyalty(new Random(seed));
        var events = new ArrayList<LedgerEvent>();
        for (int i = 0; i < 400; i++) events.addAll(random.next());
        try (var replay = new Replay(new LoyaltyProjection())) {
            replay.record(events);
            replay.follow(70);
            random.accounts().forEach((id, account) -> {
                assertThat(replay.rows("select balance, owed, tier from loyalty.account where customer = '"
                                + id.customer() + "'"))
                        .containsExactly(account.lots().balance() - account.owed() + " " + account.owed() + " "
                                + account.tier());
                assertThat(replay.rows(
                                "select lot, points, expires_on from loyalty.lot where points > 0 and customer = '"
                                        + id.customer() + "' order by expires_on, lot"))
                        .containsExactlyElementsOf(account.lots().lots().stream()
                                .map(lot -> lot.number() + " " + lot.amount() + " " + lot.expiresOn())
                                .toList());
            });
            assertThat(replay.rows("""
                            select a.customer from loyalty.account a
                            where balance <> (select coalesce(sum(points), 0) from loyalty.entry e
                                              where e.customer = a.customer)
                               or balance + owed <> (select coalesce(sum(points), 0) from loyalty.lot_change c
                                                     where c.customer = a.customer)""")).as("accounts that do not add up").isEmpty();
            assertThat(replay.rows("""
                            select sum(earned + adjusted - redeemed - reversed + returned - expired)
                                   = (select sum(balance) from loyalty.account) from loyalty.day""")).containsExactly("t");
        }
    }

    private static LotPart part(int lot, long points) {
        return new LotPart(lot, points, JUNE);
    }
}
