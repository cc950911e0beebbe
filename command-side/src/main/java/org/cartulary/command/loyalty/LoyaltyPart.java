package org.cartulary.command.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyId;

/** The part of one customer's points in a posting: what a sale earns and spends, and what a return reverses and gives back. */
public sealed interface LoyaltyPart {

    LoyaltyId account();

    Instant occurredAt();

    /**
     * A sale earns and spends points, once. Its tenders are paid in their sequence, before it earns.
     *
     * @param currency of the sale
     * @param termsOn the sale's business day, on which the terms decide
     * @param usableFrom the first date on which what it earns can be spent; absent where that is at once
     */
    record Sold(
            LoyaltyId account,
            SaleId sale,
            CurrencyCode currency,
            LocalDate termsOn,
            List<PointsTender> tenders,
            long baseMinor,
            long points,
            LocalDate usableFrom,
            Instant occurredAt)
            implements LoyaltyPart {}

    /** A tender to be paid in points. */
    record PointsTender(int number, long amountMinor) {}

    /**
     * Goods come back: points that had paid for them are the customer's again, and what they had earned is taken back.
     *
     * @param soldAt when they had been sold
     * @param lot that the sale's points had made; absent where it had earned none
     * @param baseMinor by how much qualified spend goes down
     * @param points that are reversed
     * @param givenBack the lots into which spent points come back
     */
    record TakenBack(
            LoyaltyId account,
            ReturnId returnId,
            SaleId sale,
            Instant soldAt,
            Integer lot,
            long baseMinor,
            long points,
            List<LotPart> givenBack,
            Instant occurredAt)
            implements LoyaltyPart {}
}
