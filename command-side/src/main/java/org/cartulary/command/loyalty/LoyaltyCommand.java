package org.cartulary.command.loyalty;

import java.time.Instant;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyId;

/** What may be asked about one customer's points, besides what sales and returns do to them. */
public sealed interface LoyaltyCommand extends Command {

    ProgrammeId programme();

    CustomerId customer();

    default LoyaltyId account() {
        return new LoyaltyId(programme(), customer());
    }

    /** A customer shall belong to the programme. */
    record EnrolCustomer(ProgrammeId programme, CustomerId customer, Instant occurredAt) implements LoyaltyCommand {

        public EnrolCustomer {
            requireAccount(programme, customer);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * Points are granted, or withdrawn, without a sale or a return.
     *
     * @param points negative where they are withdrawn; never zero
     */
    record AdjustPoints(ProgrammeId programme, CustomerId customer, long points, String reason, Instant occurredAt)
            implements LoyaltyCommand {

        public AdjustPoints {
            requireAccount(programme, customer);
            if (Money.requireInRange(points) == 0) throw new IllegalArgumentException("points is not zero");
            CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The sweeper found that a local midnight is over that ends points or a tier. Nothing happens where none has. */
    record ReviewLoyaltyAccount(ProgrammeId programme, CustomerId customer, Instant occurredAt)
            implements LoyaltyCommand {

        public ReviewLoyaltyAccount {
            requireAccount(programme, customer);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    private static void requireAccount(ProgrammeId programme, CustomerId customer) {
        Shape.present(programme, "programme");
        Shape.present(customer, "customer");
    }
}
