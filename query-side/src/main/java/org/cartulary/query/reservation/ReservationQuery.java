package org.cartulary.query.reservation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reservations as they stand at this moment: one whose time has run out is expired, whatever the last event says. */
@Repository
class ReservationQuery {

    private static final String EXPIRED_BY_TIME = "(r.status = 'ACTIVE' and r.expires_at <= :now)";
    private static final String RESERVATIONS = """
            select r.reservation, r.owner, r.channel, r.expires_at, r.extensions, r.position,
                   case when r.status = 'ACTIVE' and r.expires_at <= :now then 'EXPIRED' else r.status end as status
            from reservation.reservation r
            {where}
            order by r.reservation limit :fetch""";

    private static final String UNITS = """
            select reservation, location, sku, quantity, used from reservation.units
            {where}
            order by reservation, location, sku""";

    private static final String HAS_SEEN_UNITS = """
            exists (select from reservation.units u
                    where u.reservation = r.reservation and u.location = any (:seenLocations))""";

    private final JdbcClient database;
    private final Clock clock;

    ReservationQuery(JdbcClient database, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    Optional<Reservation> reservation(String reservation, Sight sight) {
        return reservations(new Conditions().equal("r.reservation", reservation), 1, sight).stream()
                .findFirst();
    }

    List<Reservation> reservations(Reservation.Status status, String owner, Read read) {
        var conditions = new Conditions()
                .equal("r.owner", owner)
                .moreThan("r.reservation", read.cursor() == null ? null : read.keyAfter(0));
        return reservations(inStatus(conditions, status), read.fetch(), read.sight());
    }

    private static Conditions inStatus(Conditions conditions, Reservation.Status status) {
        return switch (status) {
            case null -> conditions;
            case EXPIRED -> conditions.and("(r.status = 'EXPIRED' or " + EXPIRED_BY_TIME + ")");
            case ACTIVE -> conditions.equal("r.status", "ACTIVE").and("not " + EXPIRED_BY_TIME);
            case COMMITTED, USED, RELEASED -> conditions.equal("r.status", status.name());
        };
    }

    private List<Reservation> reservations(Conditions conditions, int fetch, Sight sight) {
        var promises = conditions
                .atSeen(sight, HAS_SEEN_UNITS)
                .ofSeen(sight, "r.channel = any (:seenChannels)")
                .value("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .value("fetch", fetch)
                .on(database, RESERVATIONS)
                .query(Row.to(ReservationQuery::promise))
                .list();
        var units = units(promises.stream().map(Reservation::reservation).toList(), sight);
        return promises.stream()
                .map(promise -> promise.with(units.getOrDefault(promise.reservation(), List.of())))
                .toList();
    }

    private Map<String, List<Reservation.Units>> units(List<String> reservations, Sight sight) {
        return new Conditions()
                        .and("reservation = any (:reservations)")
                        .value("reservations", reservations.toArray(String[]::new))
                        .atSeen(sight, "location = any (:seenLocations)")
                        .on(database, UNITS)
                        .query(Row.to(row -> Map.entry(row.text("reservation"), units(row))))
                        .list()
                        .stream()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Reservation.Units units(Row row) throws SQLException {
        return new Reservation.Units(
                row.text("location"), row.text("sku"), row.decimal("quantity"), row.decimal("used"));
    }

    private static Reservation promise(Row row) throws SQLException {
        return new Reservation(
                row.text("reservation"),
                row.text("owner"),
                row.text("channel"),
                Reservation.Status.valueOf(row.text("status")),
                row.instant("expires_at"),
                row.count("extensions"),
                List.of(),
                row.number("position"));
    }
}
