package org.cartulary.query.loyalty;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Refused;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programmes and their dated terms. */
@Repository
class ProgrammeQuery {

    private static final String NAMES = """
            select distinct programme from loyalty.terms
            {where}
            order by programme limit :fetch""";

    private static final String TERMS = """
            select programme, number, begins_on, zone, currency, worth_points, worth_minor, tier_days, terms, position
            from loyalty.terms where programme = any (:programmes) order by programme, number""";

    private final JdbcClient database;

    ProgrammeQuery(JdbcClient database) {
        this.database = database;
    }

    /** What of some terms the other queries need. */
    record Set(
            String programme,
            ZoneId zone,
            String currency,
            long worthPoints,
            long worthMinor,
            int tierDays,
            Programme.Terms terms) {}

    List<Programme> programmes(Read read) {
        var names = new Conditions()
                .moreThan("programme", read.cursor() == null ? null : read.keyAfter(0))
                .value("fetch", read.fetch())
                .on(database, NAMES)
                .query(Row.to(row -> row.text("programme")))
                .list();
        var byName = new LinkedHashMap<String, List<Set>>();
        for (var set : sets(names))
            byName.computeIfAbsent(set.programme(), none -> new ArrayList<>()).add(set);
        return byName.values().stream().map(ProgrammeQuery::programme).toList();
    }

    private static Programme programme(List<Set> sets) {
        var first = sets.getFirst();
        return new Programme(
                first.programme(),
                first.zone().getId(),
                first.currency(),
                sets.stream().map(Set::terms).toList());
    }

    /** In the order in which they were set. @throws Refused if there is no such programme */
    List<Set> terms(String programme) {
        var sets = sets(List.of(programme));
        if (sets.isEmpty()) throw Refused.notFound("programme " + programme);
        return sets;
    }

    /** Those in force on a date. */
    static Optional<Set> on(List<Set> sets, LocalDate date) {
        return sets.reversed().stream()
                .filter(set -> !set.terms().from().isAfter(date))
                .findFirst();
    }

    private List<Set> sets(List<String> programmes) {
        return database.sql(TERMS)
                .param("programmes", programmes.toArray(String[]::new))
                .query(Row.to(row -> new Set(
                        row.text("programme"),
                        ZoneId.of(row.text("zone")),
                        row.text("currency"),
                        row.number("worth_points"),
                        row.number("worth_minor"),
                        row.count("tier_days"),
                        new Programme.Terms(
                                row.count("number"),
                                row.day("begins_on"),
                                CanonicalJson.MAPPER.readTree(row.text("terms")),
                                row.number("position")))))
                .list();
    }
}
