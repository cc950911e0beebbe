package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;
import static org.cartulary.command.engine.Rows.row;
import static org.cartulary.command.engine.Rows.several;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.command.engine.Outcome.Conflict;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one call of {@code ledger.append} does with a group of postings. */
class LedgerAppendTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private LedgerConnection ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = LedgerConnection.open(database.dataSource());
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void positionsFollowTheQueueWithoutAHole() throws SQLException {
        var outcomes =
                append(several("order/b", 0, 2), one("order/a", 0), List.of(row("order/d", 0), row("order/c", 0)));
        long before = ((Appended) outcomes[0]).firstPosition() - 1;
        assertThat(outcomes)
                .containsExactly(
                        new Appended(before + 1, before + 3),
                        new Appended(before + 4, before + 4),
                        new Appended(before + 5, before + 6));
        assertThat(positions(database, "order/d")).containsExactly(before + 5);
        assertThat(positions(database, "order/c")).containsExactly(before + 6);
    }

    @Test
    void theConflictOfOneMemberLeavesTheOthersStoredInTheSameStatementAndLeavesNoHole() throws SQLException {
        append(one("taken", 0));
        var outcomes = append(one("free/1", 0), one("taken", 0), one("free/2", 0));
        assertThat(outcomes[1]).isEqualTo(new Conflict("taken"));
        var first = (Appended) outcomes[0];
        assertThat(outcomes[2]).isEqualTo(new Appended(first.lastPosition() + 1, first.lastPosition() + 1));
    }

    @Test
    void aPostingIsStoredAsAWholeOrNotAtAll() throws SQLException {
        append(one("whole/taken", 0));
        var outcomes = append(List.of(row("whole/a", 0), row("whole/taken", 0), row("whole/z", 0)));
        assertThat(outcomes).containsExactly(new Conflict("whole/taken"));
        assertThat(positions(database, "whole/a")).isEmpty();
        assertThat(positions(database, "whole/z")).isEmpty();
    }

    @Test
    void aPostingThatLeavesAHoleInItsStreamConflicts() throws SQLException {
        append(one("hole", 0));
        assertThat(append(one("hole", 2))).containsExactly(new Conflict("hole"));
        assertThat(append(one("invented", 1))).containsExactly(new Conflict("invented"));
        assertThat(append(several("hole", 1, 3))[0]).isInstanceOf(Appended.class);
    }

    @Test
    void postingsOfOneGroupMayContinueOneAnother() throws SQLException {
        var outcomes = append(several("chain", 0, 1), one("chain", 2), several("chain", 3, 4));
        assertThat(outcomes).hasOnlyElementsOfType(Appended.class);
        assertThat(positions(database, "chain")).isSorted().hasSize(5);
    }

    @Test
    void whoContinuesARefusedPostingIsRefusedWithItAndNobodyElseIs() throws SQLException {
        append(one("sold", 0));
        var outcomes = append(
                List.of(row("sold", 0), row("on/a", 0)),
                List.of(row("on/a", 1), row("on/b", 0)),
                one("on/b", 1),
                one("on/c", 0));
        assertThat(outcomes[0]).isEqualTo(new Conflict("sold"));
        assertThat(outcomes[1]).isEqualTo(new Conflict("on/a"));
        assertThat(outcomes[2]).isEqualTo(new Conflict("on/b"));
        assertThat(outcomes[3]).isInstanceOf(Appended.class);
    }

    @Test
    void aGroupThatIsRefusedAltogetherMovesNothing() throws SQLException {
        var before = (Appended) append(one("still", 0))[0];
        append(one("still", 0), one("still/other", 7));
        assertThat(append(one("still", 1)))
                .containsExactly(new Appended(before.lastPosition() + 1, before.lastPosition() + 1));
    }

    @SafeVarargs
    private Outcome[] append(List<Row>... postings) throws SQLException {
        return ledger.append(
                Stream.of(postings).map(rows -> new QueuedPosting(rows, 0)).toList());
    }
}
