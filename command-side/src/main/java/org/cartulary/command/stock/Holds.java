package org.cartulary.command.stock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The live holds of one shelf, with their sum and their order of expiry kept beside them, so that a hot shelf with many
 * holds decides as fast as one with few. Immutable; a change shares all that it does not touch.
 */
public final class Holds {

    public static final Holds NONE = new Holds(HashTreePMap.empty(), TreePMap.empty(), Quantity.ZERO);

    /** @param expiresAt absent where the hold is firm */
    public record Held(Quantity quantity, Instant expiresAt) {}

    private record Expiry(Instant at, ReservationId reservation) implements Comparable<Expiry> {

        @Override
        public int compareTo(Expiry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : reservation.value().compareTo(other.reservation.value());
        }
    }

    private final PMap<ReservationId, Held> held;
    private final TreePMap<Expiry, Quantity> expiring;
    private final Quantity total;

    private Holds(PMap<ReservationId, Held> held, TreePMap<Expiry, Quantity> expiring, Quantity total) {
        this.held = held;
        this.expiring = expiring;
        this.total = total;
    }

    /** How many there are. */
    public int size() {
        return held.size();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Holds of(Map<ReservationId, Held> held) {
        var holds = NONE;
        for (var entry : held.entrySet()) holds = holds.with(entry.getKey(), entry.getValue());
        return holds;
    }

    @JsonValue
    Map<ReservationId, Held> asMap() {
        return held;
    }

    /** The sum of all holds. */
    public Quantity total() {
        return total;
    }

    public Held get(ReservationId reservation) {
        return held.get(reservation);
    }

    public Holds with(ReservationId reservation, Held hold) {
        var rest = without(reservation);
        return new Holds(
                rest.held.plus(reservation, hold),
                hold.expiresAt() == null
                        ? rest.expiring
                        : rest.expiring.plus(new Expiry(hold.expiresAt(), reservation), hold.quantity()),
                rest.total.plus(hold.quantity()));
    }

    public Holds without(ReservationId reservation) {
        var gone = held.get(reservation);
        if (gone == null) return this;
        return new Holds(
                held.minus(reservation),
                gone.expiresAt() == null ? expiring : expiring.minus(new Expiry(gone.expiresAt(), reservation)),
                total.minus(gone.quantity()));
    }

    /** Which holds have run out at that moment, the earliest first. */
    public List<ReservationId> expiredAt(Instant moment) {
        if (expiring.isEmpty() || expiring.firstKey().at().isAfter(moment)) return List.of();
        var expired = new ArrayList<ReservationId>();
        for (var expiry : expiring.keySet()) {
            if (expiry.at().isAfter(moment)) break;
            expired.add(expiry.reservation());
        }
        return expired;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holds holds && held.equals(holds.held);
    }

    @Override
    public int hashCode() {
        return held.hashCode();
    }

    @Override
    public String toString() {
        return held.toString();
    }
}
