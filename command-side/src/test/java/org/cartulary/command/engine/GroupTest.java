package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.row;
import static org.cartulary.command.engine.Rows.several;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which postings may share an append. */
class GroupTest {

    private final Group group = new Group(Map.of());

    @Test
    void thoseThatGoOnWhereTheOthersEnd() {
        assertThat(conflict(several("a", 3, 4))).isNull();
        assertThat(conflict(List.of(row("a", 5), row("b", 0)))).isNull();
        assertThat(conflict(one("b", 1))).isNull();
        assertThat(group.heads())
                .as("what it begins is proven by its first row")
                .isEqualTo(Map.of("a", 2L));
        assertThat(group.rows()).extracting(Row::sequence).containsExactly(3L, 4L, 5L, 0L, 1L);
    }

    @Test
    void notThoseThatRepeatOrLeaveAHoleAndNothingOfThemCounts() {
        assertThat(conflict(one("a", 0))).isNull();
        assertThat(conflict(List.of(row("z", 0), row("a", 0)))).isEqualTo("a");
        assertThat(conflict(one("a", 2))).isEqualTo("a");
        assertThat(conflict(one("a", 1))).isNull();
        assertThat(group.members()).hasSize(2);
        assertThat(group.rows()).extracting(Row::sequence).containsExactly(0L, 1L);
    }

    @Test
    void notThoseThatStandOnAnotherEndThanTheLedgerHas() {
        var told = new Group(Map.of("a", 7L));
        assertThat(told.conflictOf(QueuedPosting.of(one("a", 3), 0))).isEqualTo("a");
        assertThat(told.conflictOf(QueuedPosting.of(one("a", 8), 0))).isNull();
        assertThat(told.heads()).containsExactlyEntriesOf(Map.of("a", 7L));
    }

    private String conflict(List<Row> rows) {
        return group.conflictOf(QueuedPosting.of(rows, 0));
    }
}
