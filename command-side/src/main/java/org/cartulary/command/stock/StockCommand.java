package org.cartulary.command.stock;

import java.time.Instant;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/** What may be asked of one SKU at one location. What other capabilities ask of it stands in {@link StockPart}. */
public sealed interface StockCommand extends Command {

    StockId stock();

    /** Goods arrived. {@code reference} names the delivery and may be absent. */
    record ReceiveGoods(
            StockId stock, Quantity quantity, @MayBeAbsent String reference, Instant occurredAt)
            implements StockCommand {

        public ReceiveGoods {
            Shape.present(stock, "stock");
            requireSome(quantity);
            CardNumbers.refuseIn(Shape.optionalText(reference, 64, "reference"), "reference");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The stock of one condition (sellable by default) is put right by a difference. */
    record AdjustStock(
            StockId stock, @MayBeAbsent Condition condition, QuantityChange change, String reason, Instant occurredAt)
            implements StockCommand {

        public AdjustStock {
            Shape.present(stock, "stock");
            condition = condition == null ? Condition.SELLABLE : condition;
            if (Shape.present(change, "change").isZero()) throw new IllegalArgumentException("change is not zero");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The stock of one condition is put right to a level, if it still is what the caller believes. */
    record SetStockLevel(
            StockId stock,
            @MayBeAbsent Condition condition,
            Quantity believed,
            Quantity level,
            String reason,
            Instant occurredAt)
            implements StockCommand {

        public SetStockLevel {
            Shape.present(stock, "stock");
            condition = condition == null ? Condition.SELLABLE : condition;
            Shape.present(believed, "believed");
            Shape.present(level, "level");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** Units change their condition. */
    record ReclassifyStock(
            StockId stock, Condition from, Condition to, Quantity quantity, String reason, Instant occurredAt)
            implements StockCommand {

        public ReclassifyStock {
            Shape.present(stock, "stock");
            Shape.present(from, "from");
            Shape.present(to, "to");
            requireSome(quantity);
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
            if (from == to) throw new IllegalArgumentException("from and to differ");
        }
    }

    /**
     * A channel is kept from the last units.
     *
     * @param believed what the caller saw before; where somebody has changed it since, the command is refused
     */
    record SetSafetyStock(
            StockId stock, ChannelId channel, @MayBeAbsent Quantity believed, Quantity quantity, Instant occurredAt)
            implements StockCommand {

        /** Whatever it was before. */
        public SetSafetyStock(StockId stock, ChannelId channel, Quantity quantity, Instant occurredAt) {
            this(stock, channel, null, quantity, occurredAt);
        }

        public SetSafetyStock {
            Shape.present(stock, "stock");
            Shape.present(channel, "channel");
            Shape.present(quantity, "quantity");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    private static void requireSome(Quantity quantity) {
        if (Shape.present(quantity, "quantity").isZero())
            throw new IllegalArgumentException("quantity is more than nothing");
    }

    private static void requireReason(String reason) {
        CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
    }
}
