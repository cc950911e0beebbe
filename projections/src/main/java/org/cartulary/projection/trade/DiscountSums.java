package org.cartulary.projection.trade;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleLine;

/** What the named discounts of some lines come to, by what granted them. */
final class DiscountSums {

    private final Map<Discount.Kind, BigInteger> minor = new EnumMap<>(Discount.Kind.class);

    void add(SaleLine line) {
        if (line.discounts() == null) return;
        for (var discount : line.discounts())
            minor.merge(discount.kind(), BigInteger.valueOf(discount.amountMinor()), BigInteger::add);
    }

    BigInteger minor(Discount.Kind kind) {
        return minor.getOrDefault(kind, BigInteger.ZERO);
    }
}
