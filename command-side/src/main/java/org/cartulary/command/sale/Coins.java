package org.cartulary.command.sale;

/** Rounding to the smallest cash amount. Rule book, "Tenders": half up on the absolute value, as a line of its own. */
public final class Coins {

    private Coins() {}

    /** What rounding adds, or takes where negative. */
    public static long rounding(long amountMinor, long incrementMinor) {
        long beyond = Math.floorMod(amountMinor, incrementMinor);
        return 2 * beyond >= incrementMinor && beyond != 0 ? incrementMinor - beyond : -beyond;
    }

    public static long rounded(long amountMinor, long incrementMinor) {
        return amountMinor + rounding(amountMinor, incrementMinor);
    }
}
