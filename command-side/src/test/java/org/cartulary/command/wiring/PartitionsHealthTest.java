package org.cartulary.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.Rows;
import org.cartulary.command.engine.SmallPartitions;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator hears that nobody makes partitions long before there is none to write to. */
class PartitionsHealthTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final SmallPartitions partitions = new SmallPartitions(database, 10);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itSaysHowManyAreAheadAndWhatToDoWhenNoneIs() {
        partitions.prepare(2);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("partitionsAhead", 2L).doesNotContainKey("whatToDo");

        append(0, 14);
        assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health().getDetails()).containsEntry("positionsLeft", 5L);
        assertThat(health().getDetails().get("whatToDo").toString()).contains("select ledger.prepare_partition()");

        append(15, 19);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);

        new JdbcTemplate(database.dataSource()).queryForObject("select ledger.prepare_partition()", Boolean.class);
        partitions.prepare(2);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsDown() {
        var source = database.dataSource();
        database.close();
        assertThat(new PartitionsHealth(source).health().getStatus()).isEqualTo(Status.DOWN);
    }

    private Health health() {
        return new PartitionsHealth(database.dataSource()).health();
    }

    private void append(long first, long last) {
        try (var commits = new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry())) {
            commits.append(Rows.several("shelf", first, last));
        }
    }
}
