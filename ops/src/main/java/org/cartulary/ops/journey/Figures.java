package org.cartulary.ops.journey;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;

/** Sums of baskets by household and by store, from whichever source. */
record Figures(SortedMap<String, Sum> households, SortedMap<String, Sum> stores) {

    /**
     * Amounts are in cents.
     *
     * @param rows of goods, each of which is a line of a sale
     * @param baskets that have such rows, each of which is a sale
     * @param couponMinor off by manufacturers' coupons and by the retailer's match of them
     */
    record Sum(long rows, long baskets, long salesMinor, long loyaltyMinor, long couponMinor) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    rows + other.rows,
                    baskets + other.baskets,
                    salesMinor + other.salesMinor,
                    loyaltyMinor + other.loyaltyMinor,
                    couponMinor + other.couponMinor);
        }

        /** Without what sums by day do not know. */
        Sum amounts() {
            return new Sum(0, 0, salesMinor, loyaltyMinor, couponMinor);
        }
    }

    static Figures empty() {
        return new Figures(new TreeMap<>(), new TreeMap<>());
    }

    /** Where there is nothing to add, nobody appears. */
    void add(CustomerId household, LocationId store, Sum sum) {
        if (sum.equals(Sum.NOTHING)) return;
        if (household != null) households.merge(household.value(), sum, Sum::plus);
        stores.merge(store.value(), sum, Sum::plus);
    }

    static Sum all(SortedMap<String, Sum> sums) {
        return sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }
}
