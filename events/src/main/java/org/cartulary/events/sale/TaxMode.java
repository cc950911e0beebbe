package org.cartulary.events.sale;

/** Whether prices hold their tax, and where it is rounded. */
public enum TaxMode {
    EXCLUSIVE_PER_LINE,
    INCLUSIVE_PER_LINE,
    EXCLUSIVE_PER_DOCUMENT,
    INCLUSIVE_PER_DOCUMENT;

    public boolean isInclusive() {
        return this == INCLUSIVE_PER_LINE || this == INCLUSIVE_PER_DOCUMENT;
    }

    public boolean isPerLine() {
        return this == EXCLUSIVE_PER_LINE || this == INCLUSIVE_PER_LINE;
    }
}
