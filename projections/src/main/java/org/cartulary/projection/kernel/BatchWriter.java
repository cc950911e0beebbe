package org.cartulary.projection.kernel;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a batch's rows and the projection's progress in one transaction: both or neither. */
final class BatchWriter {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Progress progress;

    BatchWriter(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.progress = new Progress(jdbc);
    }

    Optional<Progress.Mark> progress(Projection projection) {
        return progress.find(projection);
    }

    /** As {@link #write(Projection, long, List)}, of a batch that directly follows what the tables hold. */
    long write(Projection projection, List<Recorded> batch) {
        return write(projection, batch.getFirst().position() - 1, batch);
    }

    /**
     * Writes the batch if the tables end where it is thought. Where another runner was faster, nothing is written.
     *
     * @param held the position that the tables hold; nothing follows from the events between it and the batch
     * @return the position that the tables hold now
     * @throws TablesDifferException if another revision of the code made the tables
     */
    long write(Projection projection, long held, List<Recorded> batch) {
        return transaction.execute(status -> {
            long last = batch.getLast().position();
            if (!progress.advance(projection, held, last)) return actual(projection);
            new Tables(jdbc, projection.name()).project(projection, batch);
            return last;
        });
    }

    private long actual(Projection projection) {
        var mark = progress.find(projection).orElseThrow(() -> TablesDifferException.missing(projection));
        if (mark.revision() != projection.revision()) throw TablesDifferException.of(projection, mark.revision());
        return mark.position();
    }
}
