package org.cartulary.events.loyalty;

import java.util.Comparator;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;

/** One customer in one programme: the account on which the rules of points are decided. */
public record LoyaltyId(ProgrammeId programme, CustomerId customer) implements Comparable<LoyaltyId> {

    private static final Comparator<LoyaltyId> BY_STREAM =
            Comparator.comparing(LoyaltyId::programme).thenComparing(LoyaltyId::toString);

    public LoyaltyId {
        Shape.present(programme, "programme");
        Shape.present(customer, "customer");
    }

    @Override
    public int compareTo(LoyaltyId other) {
        return BY_STREAM.compare(this, other);
    }

    /** The name of the event stream. */
    @Override
    public String toString() {
        return "loyalty/" + programme + "/" + customer;
    }
}
