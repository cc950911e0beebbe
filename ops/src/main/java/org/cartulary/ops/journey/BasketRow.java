package org.cartulary.ops.journey;

import java.time.Instant;
import java.util.List;
import org.cartulary.ops.imports.FileRow;

/**
 * One product of a basket. Amounts are in cents.
 *
 * @param quantity as the file has it: packages, or thousandths of a gallon
 * @param salesMinor what the retailer gets, from the customer and from the manufacturer whose coupon it is
 * @param loyaltyMinor off by the retailer's loyalty card
 * @param couponMinor off what the customer pays by a manufacturer's coupon, which the manufacturer pays
 * @param matchMinor off by the retailer's match of that coupon
 */
record BasketRow(
        long line,
        String household,
        String store,
        String basket,
        String product,
        long quantity,
        long salesMinor,
        long loyaltyMinor,
        long couponMinor,
        long matchMinor,
        Instant at,
        List<String> fields)
        implements FileRow {

    /** What it would cost everybody: before the loyalty card and the match. */
    long listedMinor() {
        return salesMinor + loyaltyMinor + matchMinor;
    }

    /** Whether something was sold: a row without units and money is at most a coupon for the basket. */
    boolean isOfGoods() {
        return quantity > 0 || listedMinor() > 0;
    }

    /** Whether it is about the same customer in the same store. */
    boolean isOfTheBasketOf(BasketRow other) {
        return household.equals(other.household) && store.equals(other.store);
    }
}
