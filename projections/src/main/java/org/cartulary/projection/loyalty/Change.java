package org.cartulary.projection.loyalty;

import java.util.List;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;

/**
 * What one event did to the points of its account.
 *
 * @param points by which the balance changed
 * @param owed by which what is owed changed
 * @param into parts that lots received
 * @param outOf parts that lots gave
 */
record Change(
        Kind kind,
        long points,
        long owed,
        List<LotPart> into,
        List<LotPart> outOf,
        SaleId sale,
        ReturnId returnId,
        Integer tender,
        String reason,
        Integer terms) {

    enum Kind {
        EARNED,
        REDEEMED,
        GRANTED,
        WITHDRAWN,
        REVERSED,
        RETURNED,
        EXPIRED
    }

    /** Null where no point moved. */
    static Change of(LoyaltyEvent event) {
        return switch (event) {
            case PointsEarned e -> e.points() == 0 ? null : earned(e);
            case PointsRedeemed e ->
                new Change(
                        Kind.REDEEMED,
                        -e.points(),
                        0,
                        List.of(),
                        e.parts(),
                        e.sale(),
                        null,
                        e.tender(),
                        null,
                        e.terms().number());
            case PointsGranted e -> granted(e);
            case PointsWithdrawn e ->
                new Change(
                        Kind.WITHDRAWN,
                        -e.points(),
                        0,
                        List.of(),
                        e.parts(),
                        null,
                        null,
                        null,
                        e.reason(),
                        e.terms().number());
            case PointsReversed e -> e.points() == e.expiredBefore() ? null : reversed(e);
            case PointsReturned e ->
                new Change(
                        Kind.RETURNED,
                        e.points(),
                        -e.owedPaid(),
                        e.parts(),
                        List.of(),
                        e.sale(),
                        e.returnId(),
                        null,
                        null,
                        null);
            case PointsExpired e ->
                new Change(Kind.EXPIRED, -e.points(), 0, List.of(), e.parts(), null, null, null, null, null);
            case CustomerEnrolled e -> null;
            case TierReached e -> null;
            case TierReviewed e -> null;
        };
    }

    private static Change earned(PointsEarned e) {
        var lot = new LotPart(e.lot(), e.points() - e.owedPaid(), e.expiresOn());
        return new Change(
                Kind.EARNED,
                e.points(),
                -e.owedPaid(),
                List.of(lot),
                List.of(),
                e.sale(),
                null,
                null,
                null,
                e.terms().number());
    }

    private static Change granted(PointsGranted e) {
        var lot = new LotPart(e.lot(), e.points() - e.owedPaid(), e.expiresOn());
        return new Change(
                Kind.GRANTED,
                e.points(),
                -e.owedPaid(),
                List.of(lot),
                List.of(),
                null,
                null,
                null,
                e.reason(),
                e.terms().number());
    }

    private static Change reversed(PointsReversed e) {
        return new Change(
                Kind.REVERSED,
                e.expiredBefore() - e.points(),
                e.owed(),
                List.of(),
                e.parts(),
                e.sale(),
                e.returnId(),
                null,
                null,
                null);
    }
}
