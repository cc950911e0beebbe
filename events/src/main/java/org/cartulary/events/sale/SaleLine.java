package org.cartulary.events.sale;

import java.util.List;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;

/**
 * One line of a sale, with every amount frozen; a return later gives back shares of exactly these. Amounts are in minor
 * units of the sale's currency.
 *
 * @param number counts from 1
 * @param stock the location whose stock it takes; absent for a service
 * @param reservation whose held units it takes first; may be absent
 * @param quantity what was sold
 * @param requested what was asked for, where a partial sale gave less; else absent
 * @param discountMinor taken off this line alone, before tax
 * @param orderDiscountMinor this line's share of the order's discount, before tax
 * @param netMinor without tax
 * @param taxMinor the sum of {@code taxes}
 * @param discounts why {@code discountMinor} was given; absent where nothing is said
 * @param storedValue the account to which the line's amount is loaded, a liability and no revenue; else absent
 * @param earning what it earned in the sale's loyalty programme; absent where it earned nothing
 */
public record SaleLine(
        int number,
        Sku sku,
        @MayBeAbsent LocationId stock,
        @MayBeAbsent ReservationId reservation,
        Quantity quantity,
        @MayBeAbsent Quantity requested,
        UnitPrice unitPrice,
        long discountMinor,
        long orderDiscountMinor,
        long netMinor,
        long taxMinor,
        List<Tax> taxes,
        @MayBeAbsent List<Discount> discounts,
        @MayBeAbsent StoredValueId storedValue,
        @MayBeAbsent LineEarning earning) {

    public SaleLine {
        taxes = Shape.listOf(taxes);
        discounts = discounts == null || discounts.isEmpty() ? null : Shape.listOf(discounts);
    }

    /** A line that names no reason for its discount, loads nothing and earns nothing. */
    public SaleLine(
            int number,
            Sku sku,
            LocationId stock,
            ReservationId reservation,
            Quantity quantity,
            Quantity requested,
            UnitPrice unitPrice,
            long discountMinor,
            long orderDiscountMinor,
            long netMinor,
            long taxMinor,
            List<Tax> taxes) {
        this(
                number,
                sku,
                stock,
                reservation,
                quantity,
                requested,
                unitPrice,
                discountMinor,
                orderDiscountMinor,
                netMinor,
                taxMinor,
                taxes,
                null,
                null,
                null);
    }

    /** The same line, with what it earned. @param earned null where that is nothing */
    public SaleLine with(LineEarning earned) {
        return new SaleLine(
                number,
                sku,
                stock,
                reservation,
                quantity,
                requested,
                unitPrice,
                discountMinor,
                orderDiscountMinor,
                netMinor,
                taxMinor,
                taxes,
                discounts,
                storedValue,
                earned);
    }

    public long grossMinor() {
        return Math.addExact(netMinor, taxMinor);
    }
}
