package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.cartulary.command.Examples;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.PostingUnstorable;
import org.cartulary.command.engine.Row;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can never be stored is not answered as what may be stored in a moment: a client would send it for ever. */
class UnstorableTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void whatNoDatabaseTakesIsNotAskedForAgain() {
        try (var commits = new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry())) {
            var row = new Row("poison/\u0000", 0, "stock.GoodsReceived", Examples.NOON, new byte[] {1});
            var failure = catchThrowableOfType(PostingUnstorable.class, () -> commits.append(List.of(row)));
            var problem = Problems.of(failure);
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.code()).isEqualTo("POSTING_UNSTORABLE");
        }
    }
}
