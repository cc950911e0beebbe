package org.cartulary.command.wiring;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Out of service when no partition is ahead of the appends, and down when the last one is full: then nothing is stored. Long
 * before that there is time to find out why nobody makes the next one.
 */
final class PartitionsHealth extends AbstractHealthIndicator {

    private static final String ASK = """
            select prepared_position - position,
                   (select count(*) from ledger.partition
                    where first_position > position and first_position <= prepared_position)
            from ledger.head
            """;

    private static final String NEXT_STEP = "Each command node makes them every 10 seconds: look into its log for \"The"
            + " partitions of the ledger could not be tended\" and for room on the database's disk; then"
            + " select ledger.prepare_partition() until it says false";

    private final JdbcTemplate ledger;

    PartitionsHealth(DataSource source) {
        super("the ledger can't be asked for its partitions");
        this.ledger = new JdbcTemplate(source);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        ledger.query(ASK, row -> {
            tell(health, row.getLong(1), row.getLong(2));
        });
    }

    private static void tell(Health.Builder health, long positions, long ahead) {
        if (positions <= 0) health.down();
        else if (ahead == 0) health.outOfService();
        else health.up();
        health.withDetail("partitionsAhead", ahead).withDetail("positionsLeft", positions);
        if (ahead == 0) health.withDetail("whatToDo", NEXT_STEP);
    }
}
