package org.cartulary.command.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.command.loyalty.LoyaltyPart.TakenBack;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsExpired;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsReturned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsReversed;

/**
 * What one return does to an account. Spent points come back first, and expire at once where their last day is over; then what
 * the goods had earned is taken back. A return never fails for points: what no lot holds is owed.
 */
record TakingBack(TakenBack part, ProgrammeState programme, LocalDate today) {

    List<LoyaltyEvent> decide(LoyaltyState state) {
        var decided = new ArrayList<LoyaltyEvent>();
        if (!part.givenBack().isEmpty()) decided.add(returned(state.owed()));
        var over = state.after(decided).lots().expired(today);
        if (!over.isEmpty()) decided.add(expired(over));
        if (part.points() > 0 || part.baseMinor() > 0) decided.add(reversed(state.after(decided)));
        return decided;
    }

    /** What can still be spent pays first what is owed. */
    private PointsReturned returned(long owed) {
        var kept = new ArrayList<LotPart>();
        long left = owed;
        for (var back : inOrderOfExpiry()) {
            boolean over = back.expiresOn() != null && back.expiresOn().isBefore(today);
            long paid = over ? 0 : Math.min(left, back.amount());
            left -= paid;
            if (back.amount() > paid) kept.add(new LotPart(back.lot(), back.amount() - paid, back.expiresOn()));
        }
        return new PointsReturned(
                part.account().programme(),
                part.account().customer(),
                part.returnId(),
                part.sale(),
                day(),
                LoyaltyState.sum(part.givenBack()),
                kept,
                owed - left,
                part.occurredAt());
    }

    private List<LotPart> inOrderOfExpiry() {
        var byLot = new TreeMap<Integer, LotPart>();
        for (var back : part.givenBack())
            byLot.merge(
                    back.lot(),
                    back,
                    (one, other) -> new LotPart(one.lot(), one.amount() + other.amount(), one.expiresOn()));
        return byLot.values().stream()
                .sorted(Comparator.comparing(LotPart::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(LotPart::lot))
                .toList();
    }

    private PointsExpired expired(List<LotPart> over) {
        return new PointsExpired(
                part.account().programme(),
                part.account().customer(),
                day(),
                LoyaltyState.sum(over),
                over,
                part.occurredAt());
    }

    private PointsReversed reversed(LoyaltyState state) {
        int lot = part.lot() == null ? 0 : part.lot();
        long held = state.held(lot);
        long expiredBefore =
                Math.min(Math.max(0, part.points() - held), state.gone().of(lot));
        long due = part.points() - expiredBefore;
        var parts = state.lots().takeFrom(lot, due, today);
        return new PointsReversed(
                part.account().programme(),
                part.account().customer(),
                part.returnId(),
                part.sale(),
                day(),
                programme.dateOf(part.soldAt()),
                part.lot(),
                part.baseMinor(),
                part.points(),
                parts,
                expiredBefore,
                due - LoyaltyState.sum(parts),
                part.occurredAt());
    }

    private LocalDate day() {
        return programme.dateOf(part.occurredAt());
    }
}
