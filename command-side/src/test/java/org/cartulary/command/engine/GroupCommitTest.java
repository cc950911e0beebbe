package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.row;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final GroupCommit commits =
            new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry());

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aPostingGetsThePositionsOfItsEvents() {
        var first = commits.append(List.of(row("stock/A/1", 0), row("stock/A/1", 1), row("stock/A/2", 0)));
        var second = commits.append(one("stock/A/1", 2));
        assertThat(first.lastPosition() - first.firstPosition()).isEqualTo(2);
        assertThat(second.firstPosition()).isEqualTo(first.lastPosition() + 1).isEqualTo(second.lastPosition());
    }

    @Test
    void aPostingDecidedOnAnOldStateConflicts() {
        commits.append(one("stock/B/1", 0));
        assertThatThrownBy(() -> commits.append(one("stock/B/1", 0)))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.stream()).isEqualTo("stock/B/1"));
    }

    @Test
    void aPostingDecidedOnAStateThatNeverWasConflicts() {
        assertThatThrownBy(() -> commits.append(one("stock/C/1", 1))).isInstanceOf(AppendConflict.class);
    }
}
