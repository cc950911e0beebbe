package org.cartulary.query.kernel;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads at one position: the tables and the position are seen in one snapshot, so that what an answer states is what it
 * holds. A rebuilt projection is swapped in by renaming its schema, which a running transaction would notice halfway;
 * such a read is done again.
 */
@Component
public class Reads {

    private static final int ATTEMPTS = 5;

    private final JdbcClient database;
    private final Positions positions;
    private final ReadPlaces places;
    private final TransactionTemplate readOnly;

    Reads(JdbcClient database, Positions positions, ReadPlaces places, PlatformTransactionManager transactions) {
        this.database = database;
        this.positions = positions;
        this.places = places;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
    }

    /** What one projection says, once it has reached the position that the caller wants to see. */
    public <T> At<T> at(String projection, Read read, Supplier<T> work) {
        return at(List.of(projection), read, work);
    }

    /**
     * What several projections say together; the position is that of the slowest.
     *
     * @throws Refused if one of them does not reach the wanted position in time
     */
    public <T> At<T> at(List<String> projections, Read read, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            projections.forEach(projection -> positions.await(projection, read.minPosition()));
            var result = attempt(projections, read, work);
            if (result != null) return result;
            if (attempt == ATTEMPTS)
                throw new Refused(ReadProblem.PROJECTION_NOT_READY, "The projection is being replaced. Ask again.");
        }
    }

    /** What the ledger itself says, which no projection has to reach first. */
    public <T> At<T> atHead(Read read, Supplier<T> work) {
        positions.awaitHead(read.minPosition());
        return places.any(() -> readOnly.execute(transaction -> {
            database.sql("set transaction isolation level repeatable read").update();
            return at(positions.head(), work);
        }));
    }

    /** Null where a rebuilt projection was swapped in meanwhile, be it that its swap and this read waited for each other. */
    private <T> At<T> attempt(List<String> projections, Read read, Supplier<T> work) {
        try {
            return places.any(() -> readOnly.execute(transaction -> once(projections, read, work)));
        } catch (ConcurrencyFailureException swapped) {
            return null;
        }
    }

    private <T> At<T> once(List<String> projections, Read read, Supplier<T> work) {
        database.sql("set transaction isolation level repeatable read").update();
        var before = snapshot(projections);
        if (before.position() < read.minPosition()) return null;
        var result = at(before.position(), work);
        return Objects.equals(before.schemas(), schemasNow(projections)) ? result : null;
    }

    private static <T> At<T> at(long position, Supplier<T> work) {
        try {
            return new At<>(work.get(), position);
        } catch (Refused refused) {
            throw refused.at(position);
        }
    }

    private record Snapshot(long position, String schemas) {}

    /** The catalogue is read as a table here, and thus as of the snapshot. */
    private Snapshot snapshot(List<String> projections) {
        return database.sql("""
            select case when count(*) = :count then min(p.position) else 0 end as position,
                   string_agg(n.oid::text, ',' order by p.projection collate "C") as schemas
            from projection.progress p left join pg_namespace n on n.nspname = p.projection
            where p.projection in (:projections)\
            """)
                .param("count", projections.size())
                .param("projections", projections)
                .query((row, number) -> new Snapshot(row.getLong("position"), row.getString("schemas")))
                .single();
    }

    /** A name is looked up in the present, whatever the snapshot: as the statements between have looked it up. */
    private String schemasNow(List<String> projections) {
        return database.sql("""
            select string_agg(to_regnamespace(p.projection)::oid::text, ',' order by p.projection collate "C")
            from projection.progress p where p.projection in (:projections)\
            """)
                .param("projections", projections)
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst();
    }
}
