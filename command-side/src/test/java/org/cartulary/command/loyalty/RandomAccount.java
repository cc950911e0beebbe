package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.loyalty.Club.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;

/** Lives one account's random life, and keeps beside it the one number that all of its events must sum up to. */
final class RandomAccount {

    private record Open(Integer lot, long points, List<LotPart> spent) {}

    private final SplittableRandom random;
    private final String seed;
    private final ProgrammeState programme = programme();
    private final List<Open> sales = new ArrayList<>();
    private LoyaltyState account = LoyaltyState.NONE;
    private LocalDate today = TODAY;
    private long balance;

    RandomAccount(SplittableRandom random, String seed) {
        this.random = random;
        this.seed = seed;
        keep(account.decide(new EnrolCustomer(CLUB, ANN, noon(today)), programme, noon(today)));
    }

    void lives(int days) {
        for (int i = 0; i < days; i++) {
            today = today.plusDays(random.nextInt(30));
            try {
                if (random.nextInt(3) > 0) sell();
                else if (!sales.isEmpty() && random.nextBoolean()) takeBack();
                else adjust();
            } catch (CommandRejected refused) {
                assertThat(refused.rejection()).as(seed).isInstanceOf(LoyaltyRejection.class);
            }
        }
    }

    private void sell() {
        long points = random.nextLong(200);
        if (random.nextBoolean()) {
            var spent = keep(decide(spends(today, 1 + random.nextLong(150))));
            var redeemed = (PointsRedeemed) spent.getLast();
            sales.add(new Open(null, 0, redeemed.parts()));
        } else {
            var usableFrom = random.nextBoolean() ? null : today.plusDays(random.nextInt(40));
            var earned = keep(decide(sold(today, points * 100, points, usableFrom)));
            for (var event : earned)
                if (event instanceof PointsEarned e) sales.add(new Open(e.lot(), points, List.of()));
        }
    }

    private void takeBack() {
        var sale = sales.remove(random.nextInt(sales.size()));
        keep(decide(back(
                today,
                sale.lot(),
                sale.points() * 100,
                sale.points(),
                sale.spent().toArray(LotPart[]::new))));
    }

    private void adjust() {
        long points = 1 + random.nextLong(100);
        var command = new AdjustPoints(CLUB, ANN, random.nextBoolean() ? points : -points, "at random", noon(today));
        keep(account.decide(command, programme, noon(today)));
    }

    private List<LoyaltyEvent> decide(LoyaltyPart part) {
        return account.decide(part, programme, noon(today));
    }

    private List<LoyaltyEvent> keep(List<LoyaltyEvent> events) {
        for (var event : events) {
            account = account.evolve(event);
            balance += change(event);
            assertThat(account.lots().balance() - account.owed())
                    .as(seed + ": " + event)
                    .isEqualTo(balance);
            assertThat(account.owed()).as(seed + ": " + event).isNotNegative();
            if (account.owed() > 0)
                assertThat(account.lots().expired(today)).as(seed).isEqualTo(allLots());
        }
        return events;
    }

    /** What is left where something is owed has expired, and its event follows. */
    private List<LotPart> allLots() {
        return account.lots().lots().stream()
                .map(lot -> new LotPart(lot.number(), lot.amount(), lot.expiresOn()))
                .toList();
    }

    private static long change(LoyaltyEvent event) {
        return switch (event) {
            case PointsEarned e -> e.points();
            case PointsGranted e -> e.points();
            case PointsReturned e -> e.points();
            case PointsRedeemed e -> -e.points();
            case PointsWithdrawn e -> -e.points();
            case PointsExpired e -> -e.points();
            case PointsReversed e -> e.expiredBefore() - e.points();
            case CustomerEnrolled e -> 0;
            case TierReached e -> 0;
            case TierReviewed e -> 0;
        };
    }
}
