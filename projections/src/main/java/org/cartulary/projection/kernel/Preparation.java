package org.cartulary.projection.kernel;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that a projection has tables before it runs, and that nothing of a crashed rebuild is left. */
final class Preparation {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Schemas schemas;
    private final Progress progress;

    Preparation(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.schemas = new Schemas(jdbc);
        this.progress = new Progress(jdbc);
    }

    /** Services that start at the same time do this one after the other. */
    void prepare(Iterable<Projection> projections) {
        transaction.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended('cartulary.projections', 0))", row -> {});
            jdbc.execute(Schemas.resource(Preparation.class, "progress.sql"));
            projections.forEach(this::prepare);
        });
    }

    private void prepare(Projection projection) {
        if (RebuildLock.isFree(jdbc, projection)) schemas.drop(Schemas.beside(projection));
        boolean known = progress.find(projection).isPresent();
        if (known && schemas.exists(projection.name())) return;
        schemas.drop(projection.name());
        schemas.create(projection, projection.name());
        if (known) progress.move(projection, 0);
        else progress.start(projection);
    }
}
