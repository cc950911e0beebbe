package org.cartulary.ops.model;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.reservation.ReservationCommand.StartPayment;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/** The commands that are rare in a shop, registrations that stand already among them. */
final class RandomRest {

    private final Random random;
    private final Acquaintances known;

    RandomRest(Random random, Acquaintances known) {
        this.random = random;
        this.known = known;
    }

    Command next(Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> new SetSafetyStock(shelf(), ChannelId.of("web"), Quantity.of(random.nextInt(4)), now);
            case 1 -> adjustment(now);
            case 2 -> startPayment(now);
            case 3 -> assignCode(now);
            case 4 -> new EnrolCustomer(Town.CLUB, pick(Town.CUSTOMERS), now);
            case 5 -> pick(Town.opening(now));
            default -> level(now);
        };
    }

    /** What was there at the opening, or nothing: sometimes it is so. */
    private Command level(Instant now) {
        var condition = pick(List.of(Condition.values()));
        long believed = condition == Condition.SELLABLE ? Town.OPENING_UNITS : 0;
        return new SetStockLevel(
                shelf(), condition, Quantity.of(believed), Quantity.of(believed + random.nextInt(3)), "counted", now);
    }

    private Command adjustment(Instant now) {
        return new RecordFinancialAdjustment(
                new AdjustmentId(Uuid7.random()),
                pick(Town.LOCATIONS),
                Town.TILL,
                null,
                pick(List.of(FinanceEvent.Kind.values())),
                new Money(1 + random.nextInt(1_000), Town.EUR),
                null,
                "put right",
                now);
    }

    private Command startPayment(Instant now) {
        var placed = known.reservations.pick(random);
        return placed == null ? level(now) : new StartPayment(placed.reservation(), placed.owner(), now);
    }

    /** Few codes, so that some are taken. */
    private Command assignCode(Instant now) {
        var wallet = known.wallets.pick(random);
        if (wallet == null) return level(now);
        var hash = new byte[32];
        hash[0] = (byte) random.nextInt(256);
        hash[1] = (byte) random.nextInt(4);
        return new AssignCardCode(
                wallet.account(), CardCodeHash.of("k1." + HexFormat.of().formatHex(hash)), now);
    }

    private StockId shelf() {
        return new StockId(pick(Town.LOCATIONS), pick(Town.SKUS));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
