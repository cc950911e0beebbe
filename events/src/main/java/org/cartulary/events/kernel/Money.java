package org.cartulary.events.kernel;

/**
 * An amount of one currency, exact.
 *
 * @param amountMinor in minor units of the currency (cents, pence, yen); negative where money goes out
 */
public record Money(long amountMinor, CurrencyCode currency) {

    /** Ten trillion of a currency with two places; leaves room to sum nine thousand of them without overflow. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    public Money {
        if (currency == null) throw new IllegalArgumentException("money has a currency");
        requireInRange(amountMinor);
    }

    /** @throws IllegalArgumentException if currencies are mixed */
    public Money plus(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("no sum of " + currency + " and " + other.currency);
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }

    /** For amounts whose currency stands beside them. @throws IllegalArgumentException if the amount is beyond reason */
    public static long requireInRange(long amountMinor) {
        if (amountMinor > MAX_MINOR || amountMinor < -MAX_MINOR)
            throw new IllegalArgumentException("an amount is at most 1,000,000,000,000,000 minor units");
        return amountMinor;
    }

    /** @throws IllegalArgumentException if the amount is negative or beyond reason */
    public static long requireNotNegative(long amountMinor, String what) {
        if (amountMinor < 0) throw new IllegalArgumentException(what + " is not negative");
        return requireInRange(amountMinor);
    }
}
