package org.cartulary.command.exchange;

import java.time.Instant;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;

/** What may be asked about goods that are exchanged. */
public sealed interface ExchangeCommand extends Command {

    /**
     * Goods of a recorded sale come back, and others go out. What comes back pays for what goes out, by the sale's tender of type
     * EXCHANGE, whose reference is the return's id; whoever owes the rest pays only that.
     *
     * @param returned what comes back, at the sale's location and moment
     * @param sold what goes out, whole or not at all
     * @param even whether what goes out is worth exactly what comes back, at its original price
     */
    record RecordExchange(
            RecordReturn returned,
            RecordSale sold,
            @MayBeAbsent boolean even) implements ExchangeCommand {

        public RecordExchange {
            Shape.present(returned, "returned");
            Shape.present(sold, "sold");
            if (!returned.location().equals(sold.location()))
                throw new IllegalArgumentException("sold.location is where the goods come back");
            if (!returned.occurredAt().equals(sold.occurredAt()))
                throw new IllegalArgumentException("sold.occurredAt is that of the return");
            if (sold.allowPartial()) throw new IllegalArgumentException("sold.allowPartial is false in an exchange");
        }

        @Override
        public Instant occurredAt() {
            return sold.occurredAt();
        }
    }
}
