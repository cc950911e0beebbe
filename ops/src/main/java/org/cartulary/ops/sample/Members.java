package org.cartulary.ops.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.Tier;

/** The customers of the made-up shop: ten points for a euro, twenty for a euro of teapots, a thousand points pay a euro. */
final class Members {

    static final ProgrammeId CLUB = ProgrammeId.of("CLUB");
    static final CategoryId TEAPOTS = CategoryId.of("TEAPOT");

    /** What a customer pays in points, and how many must be there for sure: some of the sales are refused by the shelves. */
    private static final long PAID_CENTS = 100;

    private static final long SURELY_THERE = 2_500;

    private final SplittableRandom random;
    private final Map<CustomerId, Long> points = new HashMap<>();

    Members(SplittableRandom random) {
        this.random = random;
    }

    static List<Command> commands(Instant at) {
        var commands = new ArrayList<Command>();
        commands.add(new SetProgrammeTerms(
                CLUB,
                LocalDate.ofInstant(at, SampleShop.ZONE).withDayOfYear(1),
                SampleShop.ZONE,
                Baskets.CURRENCY,
                List.of(new EarningRule(null, null, 1, 10), new EarningRule(TEAPOTS, null, 2, 10)),
                0,
                PointsRounding.FLOOR,
                365,
                Pending.HAND_OVER,
                3,
                new PointsWorth(10, 1),
                100,
                5_000,
                List.of(new Tier("SILVER", 10_000), new Tier("GOLD", 50_000)),
                365,
                at));
        customers().forEach(customer -> commands.add(new EnrolCustomer(CLUB, customer, at)));
        return commands;
    }

    private static List<CustomerId> customers() {
        return IntStream.range(0, 40).mapToObj(Members::customer).toList();
    }

    private static CustomerId customer(int number) {
        return CustomerId.of("customer-" + number);
    }

    /** Somebody whom the shop knows, or nobody. */
    CustomerId next() {
        return random.nextInt(2) == 0 ? customer(random.nextInt(40)) : null;
    }

    /** What a customer pays of this in points. */
    long pays(CustomerId customer, long totalCents) {
        if (customer == null || totalCents <= PAID_CENTS) return 0;
        return points.getOrDefault(customer, 0L) >= SURELY_THERE && random.nextInt(2) == 0 ? PAID_CENTS : 0;
    }

    /** Only what is surely earned counts, and only where the goods are handed over at once. */
    void learn(CustomerId customer, boolean atOnce, long netCents, long paidCents) {
        if (customer != null) points.merge(customer, (atOnce ? netCents / 10 : 0) - paidCents * 10, Long::sum);
    }
}
