package org.cartulary.command.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsExpired;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReviewed;
import org.cartulary.events.loyalty.LoyaltyId;

/**
 * What local midnights have ended that nobody has written down yet: points whose last day is over, and the period of a tier.
 * Each is an event at its own midnight.
 */
record Due(LoyaltyId account, ProgrammeState programme, LocalDate today) {

    /** Points first, then tiers, each by their dates; empty where nothing is due. */
    List<LoyaltyEvent> of(LoyaltyState state) {
        var due = new ArrayList<LoyaltyEvent>(expiries(state));
        var reviewed = state;
        while (reviewed.tier() != null && reviewed.tierUntil().isBefore(today)) {
            var review = review(reviewed);
            due.add(review);
            reviewed = reviewed.evolve(review);
        }
        return due;
    }

    private List<LoyaltyEvent> expiries(LoyaltyState state) {
        var byLastDay = new TreeMap<LocalDate, List<LotPart>>();
        for (var part : state.lots().expired(today))
            byLastDay
                    .computeIfAbsent(part.expiresOn(), none -> new ArrayList<>())
                    .add(part);
        return byLastDay.entrySet().stream()
                .map(ended -> expiry(ended.getKey().plusDays(1), ended.getValue()))
                .toList();
    }

    private LoyaltyEvent expiry(LocalDate day, List<LotPart> parts) {
        long points = LoyaltyState.sum(parts);
        return new PointsExpired(account.programme(), account.customer(), day, points, parts, programme.midnight(day));
    }

    private TierReviewed review(LoyaltyState state) {
        var day = state.tierUntil().plusDays(1);
        var terms = programme.onOrFirst(day);
        var tierDays = terms.terms().tierDays();
        long qualified = state.spend().qualified(state.tierUntil(), tierDays);
        var tier = LoyaltyState.highest(terms.terms(), qualified);
        return new TierReviewed(
                account.programme(),
                account.customer(),
                day,
                terms.inForce(),
                state.tier(),
                tier,
                qualified,
                tier == null ? null : state.tierUntil().plusDays(tierDays),
                programme.midnight(day));
    }
}
