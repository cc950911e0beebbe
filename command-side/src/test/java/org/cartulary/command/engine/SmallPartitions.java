package org.cartulary.command.engine;

import java.util.List;
import org.cartulary.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty ledger whose partitions hold so few positions that a test crosses many of them. */
public final class SmallPartitions {

    private final JdbcTemplate owner;

    public SmallPartitions(TestDatabase database, int size) {
        this.owner = new JdbcTemplate(database.owner());
        for (long first : firstPositions()) owner.execute("drop table ledger.event_" + first);
        owner.update("delete from ledger.partition");
        owner.update("update ledger.head set prepared_position = 0, partition_size = ?", size);
    }

    public void prepare(int ahead) {
        while (owner.queryForObject("select ledger.prepare_partition(?)", Boolean.class, ahead)) {}
    }

    /** Closes one partition after the other, a stream at a time. */
    void closeAll() {
        while (closeOneMore()) {}
    }

    boolean closeOneMore() {
        return owner.queryForObject("select ledger.close_partition(1)", Boolean.class);
    }

    long closedPosition() {
        return owner.queryForObject("select closed_position from ledger.head", Long.class);
    }

    List<Long> firstPositions() {
        return owner.queryForList("select first_position from ledger.partition order by 1", Long.class);
    }
}
