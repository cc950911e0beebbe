package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;
import static org.cartulary.command.engine.Rows.several;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A connection that breaks takes no answer with it: whoever is told "stored" is, once, and whoever conflicts is not. */
class LostConnectionTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final JdbcTemplate owner = new JdbcTemplate(database.owner());

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAgain() {
        var breaking = new BreakingSource(database.dataSource());
        try (var commits = commits(breaking, Duration.ofSeconds(15))) {
            commits.append(one("found", 0));
            breaking.loseTheNextAnswer();
            var appended = commits.append(several("found", 1, 3));
            assertThat(positions(database, "found"))
                    .endsWith(appended.firstPosition(), appended.firstPosition() + 1, appended.lastPosition());
        }
        assertThat(positions(database, "found")).hasSize(4);
    }

    @Test
    void aPostingThatLostItsConnectionBeforeTheCommitIsStoredAtTheNextAttempt() {
        var breaking = new BreakingSource(database.dataSource());
        try (var commits = commits(breaking, Duration.ofSeconds(15))) {
            breaking.loseTheNextStatement();
            commits.append(one("again", 0));
        }
        assertThat(positions(database, "again")).hasSize(1);
    }

    @Test
    void aConflictAfterALostConnectionIsStillAConflict() {
        var breaking = new BreakingSource(database.dataSource());
        try (var commits = commits(breaking, Duration.ofSeconds(15))) {
            commits.append(one("lost", 0));
            breaking.loseTheNextAnswer();
            assertThatThrownBy(() -> commits.append(one("lost", 0))).isInstanceOf(AppendConflict.class);
        }
        assertThat(positions(database, "lost")).hasSize(1);
    }

    @Test
    void aDatabaseThatStaysAwayIsReportedAsUnavailableInTime() {
        var breaking = new BreakingSource(database.dataSource());
        try (var commits = commits(breaking, Duration.ofMillis(300))) {
            breaking.refuseConnections(true);
            assertThatThrownBy(() -> commits.append(one("away", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.code()).isEqualTo("LEDGER_UNAVAILABLE"));
            breaking.refuseConnections(false);
        }
    }

    @Test
    void underLoadWithItsBackendKilledAgainAndAgainEveryAcknowledgedPostingIsStoredExactlyOnce() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var commits = commits(database.dataSource(), Duration.ofSeconds(15));
                var threads = Executors.newFixedThreadPool(16)) {
            var acknowledged = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 16; i++) acknowledged.add(threads.submit(writer("killed/" + i, commits, writing)));
            for (int kills = 0; kills < 15; ) kills += killTheWritersBackend();
            writing.set(false);
            for (int i = 0; i < 16; i++) {
                int postings = acknowledged.get(i).get();
                assertThat(positions(database, "killed/" + i)).hasSize(2 * postings);
            }
        }
        assertNoHole();
    }

    /** Every posting of it must be acknowledged: a conflict would mean that one was stored without being told. */
    private static Callable<Integer> writer(String stream, GroupCommit commits, AtomicBoolean writing) {
        return () -> {
            int postings = 0;
            for (; writing.get(); postings++) commits.append(several(stream, 2L * postings, 2L * postings + 1));
            return postings;
        };
    }

    private int killTheWritersBackend() {
        return owner.queryForObject("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                and state = 'active' and query like '%ledger.append%'
                """, Integer.class);
    }

    private void assertNoHole() {
        List<Long> positions = owner.queryForList("select position from ledger.event order by position", Long.class);
        for (int i = 0; i < positions.size(); i++) assertThat(positions.get(i)).isEqualTo(i + 1);
        assertThat(owner.queryForObject("select position from ledger.head", Long.class))
                .isEqualTo(positions.size());
    }

    private static GroupCommit commits(DataSource source, Duration answerWithin) {
        var limits = new GroupLimits(64, 1_000, 1 << 20, 1_000, Duration.ofMillis(50), answerWithin);
        return new GroupCommit(source, limits, new SimpleMeterRegistry());
    }
}
