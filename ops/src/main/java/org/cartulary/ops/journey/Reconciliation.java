package org.cartulary.ops.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cartulary.ops.imports.Comparison;
import org.cartulary.ops.journey.Figures.Sum;

/**
 * Compares, household by household and store by store and to the cent, what the files say with what the read tables say.
 *
 * @param files without the refused rows
 * @param facts of the ledger
 * @param days the ledger's sums by day, of stores only
 */
record Reconciliation(Figures files, Figures facts, Figures days) implements Comparison {

    private static final String COLUMNS = "%-24s %9s %9s %15s %15s %15s  %s%n";

    @Override
    public List<String> differences() {
        var found = new ArrayList<String>();
        compare(found, "", files.households(), facts.households());
        compare(found, "", files.stores(), facts.stores());
        compare(found, " in the sums by day", amounts(files), days.stores());
        return found;
    }

    private static void compare(
            List<String> found, String where, SortedMap<String, Sum> expected, SortedMap<String, Sum> recorded) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(recorded.keySet());
        for (var name : names) {
            var of = name + where;
            var one = expected.getOrDefault(name, Sum.NOTHING);
            var other = recorded.getOrDefault(name, Sum.NOTHING);
            compare(found, of, "rows", one.rows(), other.rows());
            compare(found, of, "baskets", one.baskets(), other.baskets());
            compare(found, of, "cents of sales value", one.salesMinor(), other.salesMinor());
            compare(found, of, "cents of loyalty discount", one.loyaltyMinor(), other.loyaltyMinor());
            compare(found, of, "cents of coupon discount", one.couponMinor(), other.couponMinor());
        }
    }

    private static void compare(List<String> found, String of, String what, long expected, long recorded) {
        if (expected != recorded)
            found.add("%s: the files have %,d %s, the ledger has %,d (%+,d)"
                    .formatted(of, expected, what, recorded, recorded - expected));
    }

    private static SortedMap<String, Sum> amounts(Figures figures) {
        var stores = Figures.empty().stores();
        figures.stores().forEach((store, sum) -> stores.put(store, sum.amounts()));
        stores.values().removeIf(Sum.NOTHING::equals);
        return stores;
    }

    @Override
    public String table() {
        return COLUMNS.formatted("", "rows", "baskets", "sales USD", "loyalty USD", "coupons USD", "")
                + line("the files", Figures.all(files.stores()), "")
                + line(
                        "%,d households".formatted(facts.households().size()),
                        Figures.all(facts.households()),
                        agrees(files.households(), facts.households()))
                + line(
                        "%,d stores".formatted(facts.stores().size()),
                        Figures.all(facts.stores()),
                        agrees(files.stores(), facts.stores()))
                + line("stores, from sums by day", Figures.all(days.stores()), agrees(amounts(files), days.stores()));
    }

    private static String agrees(SortedMap<String, Sum> expected, SortedMap<String, Sum> recorded) {
        return expected.equals(recorded) ? "each as the files" : "DIFFERS";
    }

    private static String line(String name, Sum sum, String agrees) {
        return COLUMNS.formatted(
                name,
                count(sum.rows()),
                count(sum.baskets()),
                dollars(sum.salesMinor()),
                dollars(sum.loyaltyMinor()),
                dollars(sum.couponMinor()),
                agrees);
    }

    /** Sums by day count none of them. */
    private static String count(long number) {
        return number == 0 ? "" : "%,d".formatted(number);
    }

    private static String dollars(long minor) {
        return "%,.2f".formatted(BigDecimal.valueOf(minor, 2));
    }
}
