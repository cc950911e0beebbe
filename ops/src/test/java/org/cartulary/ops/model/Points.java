package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.SaleId;

/** Points: one for each whole euro paid for goods, without tax and without what was paid in points; each worth a cent. */
final class Points {

    private record Earning(CustomerId customer, List<Long> byLine) {}

    private final Map<CustomerId, Long> balances = new HashMap<>();
    private final Map<SaleId, Earning> earnings = new HashMap<>();
    private long entered;

    /** Rule book, "Loyalty": a balance is below zero only by reversal, and nothing is spent from one that is. */
    void spend(CustomerId customer, long points) {
        assertThat(balance(customer)).as("points of " + customer).isGreaterThanOrEqualTo(points);
        change(customer, -points);
    }

    void adjust(CustomerId customer, long points) {
        change(customer, points);
        if (points < 0)
            assertThat(balance(customer)).as("points of " + customer).isNotNegative();
    }

    void giveBack(CustomerId customer, long points) {
        change(customer, points);
    }

    /** @param earningNets the net amounts of the lines, none where a line earns nothing */
    void earn(SaleId sale, CustomerId customer, List<Long> earningNets, long total, long paidInPoints) {
        var net = BigInteger.valueOf(sum(earningNets));
        long points = total == 0
                ? 0
                : net.multiply(BigInteger.valueOf(total - paidInPoints))
                        .divide(BigInteger.valueOf(total).multiply(BigInteger.valueOf(100)))
                        .longValueExact();
        earnings.put(sale, new Earning(customer, shares(points, earningNets)));
        change(customer, points);
    }

    /** By largest remainder, the earlier line first. */
    private static List<Long> shares(long points, List<Long> weights) {
        long all = sum(weights);
        var shares = new ArrayList<Long>();
        for (long weight : weights) shares.add(all == 0 ? 0 : points * weight / all);
        long left = points - sum(shares);
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(points * weights.get(i) % Math.max(1, all))))
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }

    /** What of a sale's points belongs to the units that are back: each line's share, rounded down. */
    long dueBack(SaleId sale, List<Long> sold, List<Long> back) {
        var earning = earnings.get(sale);
        if (earning == null) return 0;
        long due = 0;
        for (int i = 0; i < sold.size(); i++)
            if (sold.get(i) > 0) due += earning.byLine().get(i) * back.get(i) / sold.get(i);
        return due;
    }

    void reverse(SaleId sale, long points) {
        if (earnings.containsKey(sale)) change(earnings.get(sale).customer(), -points);
    }

    CustomerId customerOf(SaleId sale) {
        return earnings.get(sale).customer();
    }

    private void change(CustomerId customer, long points) {
        entered += points;
        balances.merge(customer, points, Long::sum);
    }

    private long balance(CustomerId customer) {
        return balances.getOrDefault(customer, 0L);
    }

    long entered() {
        return entered;
    }

    /** By customer, where it is not nothing. */
    Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        balances.forEach((customer, points) -> {
            if (points != 0) rows.put(customer.value(), points);
        });
        return rows;
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
