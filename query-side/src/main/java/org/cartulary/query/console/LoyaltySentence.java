package org.cartulary.query.console;

import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;

/** What an event of a loyalty programme or of a customer's points says, in one line. */
final class LoyaltySentence {

    private LoyaltySentence() {}

    static String of(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeTermsSet e -> "Programme " + e.programme() + " has new terms from " + e.from();
        };
    }

    static String of(LoyaltyEvent event) {
        var who = event.customer() + " in " + event.programme();
        return switch (event) {
            case CustomerEnrolled e -> who + " belongs to the programme";
            case PointsEarned e ->
                who + " earned " + points(e.points()) + (e.expiresOn() == null ? "" : ", good until " + e.expiresOn());
            case PointsRedeemed e -> who + " paid with " + points(e.points());
            case PointsGranted e -> who + " was granted " + points(e.points()) + ": " + e.reason();
            case PointsWithdrawn e -> who + " lost " + points(e.points()) + ": " + e.reason();
            case PointsReversed e ->
                who + " gave back " + points(e.points()) + " with the goods that had earned them"
                        + (e.owed() == 0 ? "" : ", " + e.owed() + " of them owed");
            case PointsReturned e -> who + " got back " + points(e.points()) + " that had paid for returned goods";
            case PointsExpired e -> points(e.points()) + " of " + who + " expired";
            case TierReached e -> who + " reached " + e.tier() + ", kept until " + e.until();
            case TierReviewed e ->
                e.tier() == null
                        ? who + " is no longer " + e.before()
                        : who + " is " + e.tier() + " until " + e.until() + ", was " + e.before();
        };
    }

    private static String points(long points) {
        return points + (points == 1 ? " point" : " points");
    }
}
