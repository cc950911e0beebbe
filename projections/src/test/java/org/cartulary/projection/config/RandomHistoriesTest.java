package org.cartulary.projection.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.RandomHistory;
import org.cartulary.projection.kernel.Replay;
import org.cartulary.projection.stock.StockProjection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, Global: after any history, a replay from zero gives identical digests of every projection. */
class RandomHistoriesTest {

    static Stream<Projection> projections() {
        return ProjectionConfiguration.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projections")
    void rowsDoNotDependOnWhereBatchesBeginAndEnd(Projection projection) {
        long seed = System.nanoTime();
        try (var replay = new Replay(projection)) {
            replay.record(new RandomHistory(seed, 200).events());
            replay.follow(1_000);
            var digest = replay.digest();

            for (int batch : new int[] {1, 7, 1_000}) {
                replay.again(batch);
                assertThat(replay.digest())
                        .as("seed %d, batches of %d", seed, batch)
                        .isEqualTo(digest);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projections")
    void aRebuildInSegmentsGivesTheSameRowsAndIndexes(Projection projection) {
        long seed = System.nanoTime();
        try (var replay = new Replay(projection)) {
            replay.record(new RandomHistory(seed, 400).events());
            replay.follow(1_000);
            var digest = replay.digest();
            var indexes = replay.indexes();

            for (int batch : new int[] {3, 100}) {
                replay.rebuild(batch);
                assertThat(replay.digest())
                        .as("seed %d, batches of %d", seed, batch)
                        .isEqualTo(digest);
                assertThat(replay.indexes()).isEqualTo(indexes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shelvesHoldWhatASecondWayOfCountingSays(long seed) {
        var history = new RandomHistory(seed, 1_000);
        try (var replay = new Replay(new StockProjection())) {
            replay.record(history.events());
            replay.follow(100);

            history.shelves()
                    .forEach((stock, shelf) -> assertThat(replay.rows("""
                            select sellable::bigint, quarantine::bigint, damaged::bigint, reserved::bigint
                            from stock.level where location = '%1$s' and sku = '%2$s'
                            union all select 0, 0, 0, 0
                            where not exists (select from stock.level where location = '%1$s' and sku = '%2$s')""".formatted(stock.location(), stock.sku())))
                            .as("seed %d, %s", seed, stock)
                            .containsExactly(shelf.sellable + " " + shelf.quarantine + " " + shelf.damaged + " "
                                    + shelf.reserved()));
            assertThat(replay.rows("""
                            select * from stock.level l where
                                (sellable, quarantine, damaged, reserved) <>
                                (select coalesce(sum(change) filter (where condition = 'SELLABLE'), 0),
                                        coalesce(sum(change) filter (where condition = 'QUARANTINE'), 0),
                                        coalesce(sum(change) filter (where condition = 'DAMAGED'), 0),
                                        coalesce(sum(change) filter (where condition = 'RESERVED'), 0)
                                 from stock.movement m where (m.location, m.sku) = (l.location, l.sku))
                                or reserved <> (select coalesce(sum(quantity), 0) from stock.hold h
                                                where (h.location, h.sku) = (l.location, l.sku))"""))
                    .as("shelves whose movements or holds do not add up, seed %d", seed)
                    .isEmpty();
        }
    }
}
