package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.LoyaltyPart;
import org.cartulary.command.loyalty.LoyaltyPart.PointsTender;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.command.loyalty.LoyaltyPart.TakenBack;
import org.cartulary.command.loyalty.LoyaltyState;
import org.cartulary.command.loyalty.ProgrammeState;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsRedeemed;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.loyalty.Tier;

/** Points of three customers as the ledger decides them, over days that pass quickly. */
public final class RandomLoyalty {

    public static final ProgrammeId CLUB = ProgrammeId.of("CLUB");

    private record Open(LoyaltyId account, int number, Integer lot, long points, List<LotPart> spent) {}

    private final Random random;
    private final Map<LoyaltyId, LoyaltyState> accounts = new TreeMap<>();
    private final List<Open> sales = new ArrayList<>();
    private ProgrammeState programme = ProgrammeState.NONE;
    private LocalDate today = MARCH_1;
    private int counted = 10_000;

    public RandomLoyalty(Random random) {
        this.random = random;
    }

    public Map<LoyaltyId, LoyaltyState> accounts() {
        return accounts;
    }

    /** What happens next to some account; first of all there are terms, and it is enrolled. */
    public List<? extends LedgerEvent> next() {
        if (!programme.isKnown() || random.nextInt(30) == 0) return List.of(terms());
        today = today.plusDays(random.nextInt(12));
        var id = new LoyaltyId(CLUB, CustomerId.of("C-" + random.nextInt(3)));
        try {
            return kept(decided(id, accounts.getOrDefault(id, LoyaltyState.NONE)));
        } catch (CommandRejected refused) {
            return List.of();
        }
    }

    private ProgrammeTermsSet terms() {
        var terms = new ProgrammeTerms(
                List.of(new EarningRule(null, null, 1, 100)),
                0,
                PointsRounding.FLOOR,
                50,
                Pending.HAND_OVER,
                0,
                new PointsWorth(1, 1),
                0,
                300,
                List.of(new Tier("SILVER", 20_000), new Tier("GOLD", 60_000)),
                30);
        var set = new ProgrammeTermsSet(
                CLUB, programme.terms().size() + 1, today, ZoneId.of("Europe/Lisbon"), EUR, terms, now());
        programme = programme.evolve(set);
        return set;
    }

    private List<LoyaltyEvent> decided(LoyaltyId id, LoyaltyState account) {
        if (account.equals(LoyaltyState.NONE))
            return account.decide(new EnrolCustomer(CLUB, id.customer(), now()), programme, now());
        return switch (random.nextInt(5)) {
            case 0 ->
                account.decide(
                        new AdjustPoints(
                                CLUB,
                                id.customer(),
                                (1 + random.nextInt(150)) * (random.nextBoolean() ? 1 : -1),
                                "at random",
                                now()),
                        programme,
                        now());
            case 1 -> sales.isEmpty() ? List.of() : takeBack();
            default -> sell(id, account);
        };
    }

    private List<LoyaltyEvent> sell(LoyaltyId id, LoyaltyState account) {
        long base = random.nextInt(20_000);
        long usable = account.lots().usable(today);
        var tenders = random.nextBoolean() && usable > 0
                ? List.of(new PointsTender(1, 1 + random.nextLong(usable)))
                : List.<PointsTender>of();
        var usableFrom = random.nextBoolean() ? null : today.plusDays(random.nextInt(20));
        var part = new Sold(id, sale(++counted), EUR, today, tenders, base, base / 100, usableFrom, now());
        var decided = account.decide(part, programme, now());
        Integer lot = null;
        var spent = new ArrayList<LotPart>();
        for (var event : decided) {
            if (event instanceof PointsEarned e) lot = e.lot();
            if (event instanceof PointsRedeemed e) spent.addAll(e.parts());
        }
        sales.add(new Open(id, counted, lot, lot == null ? 0 : base / 100, spent));
        return decided;
    }

    private List<LoyaltyEvent> takeBack() {
        var open = sales.remove(random.nextInt(sales.size()));
        LoyaltyPart part = new TakenBack(
                open.account(),
                goodsBack(open.number()),
                sale(open.number()),
                now(),
                open.lot(),
                open.points() * 100,
                open.points(),
                open.spent(),
                now());
        return accounts.get(open.account()).decide(part, programme, now());
    }

    private List<LoyaltyEvent> kept(List<LoyaltyEvent> events) {
        for (var event : events)
            accounts.merge(
                    new LoyaltyId(event.programme(), event.customer()),
                    LoyaltyState.NONE.evolve(event),
                    (account, first) -> account.evolve(event));
        return events;
    }

    private Instant now() {
        return today.atTime(12, 0).atZone(ZoneId.of("Europe/Lisbon")).toInstant();
    }
}
