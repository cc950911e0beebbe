package org.cartulary.query.trade;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cartulary.query.kernel.Refused;

/** A figure, and the facts that it is the sum of. The words are those of the figures in an answer, without their unit. */
enum Measure {
    NET("net", -1, Entries.SOLD, Entries.RETURNED),
    GROSS("gross", 1, Entries.SOLD),
    RETURNED("returned", 1, Entries.RETURNED),
    TAX("tax", -1, Entries.SOLD, Entries.RETURNED),
    ADJUSTED("adjusted", 1, Entries.ADJUSTED),
    RESTOCKING_FEE("restockingFee", 1, Entries.RESTOCKING_FEES),
    CASH_ROUNDING("cashRounding", -1, Entries.ROUNDED_SALES, Entries.ROUNDED_RETURNS),
    LOYALTY_DISCOUNT("loyaltyDiscount", 1, Entries.DISCOUNTED),
    COUPON_DISCOUNT("couponDiscount", 1, Entries.DISCOUNTED),
    PROMOTION_DISCOUNT("promotionDiscount", 1, Entries.DISCOUNTED),
    MARKDOWN_DISCOUNT("markdownDiscount", 1, Entries.DISCOUNTED),
    COUPON_TENDERS("couponTenders", 1, Entries.PAID_WITH_COUPONS);

    private final String word;
    private final int returnSign;
    private final List<Entries> entries;

    Measure(String word, int returnSign, Entries... entries) {
        this.word = word;
        this.returnSign = returnSign;
        this.entries = List.of(entries);
    }

    /** Its name in a request. */
    String word() {
        return word;
    }

    /** How what came back counts: 1 or -1. */
    int returnSign() {
        return returnSign;
    }

    List<Entries> entries() {
        return entries;
    }

    /** Whether it is known line by line, and so for one SKU. */
    boolean byLine() {
        return entries.stream().allMatch(Entries::byLine);
    }

    /** Whether it is known of customers. */
    boolean byCustomer() {
        return this != ADJUSTED;
    }

    /** Which discounts it is the sum of; absent where it is of none. */
    String discount() {
        return switch (this) {
            case LOYALTY_DISCOUNT -> "LOYALTY";
            case COUPON_DISCOUNT -> "COUPON";
            case PROMOTION_DISCOUNT -> "PROMOTION";
            case MARKDOWN_DISCOUNT -> "MARKDOWN";
            case NET, GROSS, RETURNED, TAX, ADJUSTED, RESTOCKING_FEE, CASH_ROUNDING, COUPON_TENDERS -> null;
        };
    }

    /** @throws Refused if the word is none */
    static Measure of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("measure", "is one of " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(Measure::word).collect(Collectors.joining(", "));
    }
}
