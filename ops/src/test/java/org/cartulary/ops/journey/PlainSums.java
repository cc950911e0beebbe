package org.cartulary.ops.journey;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the file of baskets as plainly as can be, by code of its own. Amounts are in cents. */
record PlainSums(Map<String, String> households, Map<String, String> stores) {

    /** Sales value, retail discount, coupon discount and match of one basket, household or store. */
    private static final class Sum {
        long sales;
        long loyalty;
        long coupons;
        long matches;
        long beyond;
        boolean sold;

        void add(Sum basket) {
            sales += basket.sales;
            loyalty += basket.loyalty;
            matches += basket.matches;
            long held = Math.min(basket.coupons, basket.sales);
            coupons += held;
            beyond += basket.coupons - held;
            sold |= basket.sold;
        }
    }

    static PlainSums of(Path packed) throws IOException {
        var baskets = new TreeMap<String, Sum>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new ZstdInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(f -> {
                var sum = baskets.computeIfAbsent(f[0] + " " + f[1] + " " + f[2], none -> new Sum());
                sum.sales += cents(f[5]);
                sum.loyalty += cents(f[6]);
                sum.coupons += cents(f[7]);
                sum.matches += cents(f[8]);
                sum.sold |= !f[4].equals("0") || cents(f[6]) > 0;
            });
        }
        return of(baskets);
    }

    private static PlainSums of(Map<String, Sum> baskets) {
        var households = new TreeMap<String, Sum>();
        var stores = new TreeMap<String, Sum>();
        baskets.forEach((key, basket) -> {
            var ids = key.split(" ");
            households.computeIfAbsent("HOUSEHOLD-" + ids[0], none -> new Sum()).add(basket);
            stores.computeIfAbsent("STORE-" + ids[1], none -> new Sum()).add(basket);
        });
        var sums = new PlainSums(new TreeMap<>(), new TreeMap<>());
        // The API knows customers by their sales; coupons without goods are adjustments, which belong to a store.
        households.forEach((name, sum) -> {
            if (sum.sold) sums.households.put(name, text(sum.sales, sum.loyalty, sum.coupons + sum.matches, 0));
        });
        stores.forEach((name, sum) -> {
            if (sum.sold || sum.beyond > 0)
                sums.stores.put(name, text(sum.sales, sum.loyalty, sum.coupons + sum.matches, sum.beyond));
        });
        return sums;
    }

    static String text(long sales, long loyalty, long coupons, long beyond) {
        return "sales %d, loyalty %d, coupons %d, without goods %d".formatted(sales, loyalty, coupons, beyond);
    }

    private static long cents(String amount) {
        return Math.round(Double.parseDouble(amount) * 100);
    }
}
