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

    /**
     * Writes the batch if it continues where the tables end. Where another runner was faster, nothing is written.
     *
     * @return the position that the tables hold now
     * @throws TablesDifferException if another revision of the code made the tables
     */
    long write(Projection projection, List<Recorded> batch) {
        return transaction.execute(status -> {
            var mark = progress.lock(projection).orElseThrow(() -> TablesDifferException.missing(projection));
            if (mark.revision() != projection.revision()) throw TablesDifferException.of(projection, mark.revision());
            if (mark.position() != batch.getFirst().position() - 1) return mark.position();
            new Tables(jdbc, projection.name()).project(projection, batch);
            progress.move(projection, batch.getLast().position());
            return batch.getLast().position();
        });
    }
}
