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
    private final AnalysisViews views;

    Preparation(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.schemas = new Schemas(jdbc);
        this.progress = new Progress(jdbc);
        this.views = new AnalysisViews(jdbc);
    }

    /** Services that start at the same time do this one after the other. */
    void prepare(Iterable<Projection> projections) {
        transaction.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended('cartulary.projections', 0))", row -> {});
            jdbc.execute(Schemas.resource(Preparation.class, "progress.sql"));
            views.ensureProgress();
            projections.forEach(this::prepare);
        });
    }

    private void prepare(Projection projection) {
        if (RebuildLock.isFree(jdbc, projection)) schemas.drop(Schemas.beside(projection));
        var mark = progress.find(projection);
        if (mark.isPresent() && schemas.exists(projection.name())) {
            ensureViews(projection, mark.get());
            return;
        }
        schemas.drop(projection.name());
        schemas.create(projection);
        if (mark.isPresent()) progress.move(projection, 0);
        else progress.start(projection);
    }

    /** Tables of another revision keep the views that they have: these may not fit them. */
    private void ensureViews(Projection projection, Progress.Mark mark) {
        if (mark.revision() == projection.revision()) views.ensure(projection);
    }
}
