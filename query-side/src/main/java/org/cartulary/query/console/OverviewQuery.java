package org.cartulary.query.console;

import java.util.List;
import java.util.function.Supplier;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.cartulary.query.kernel.Sight;
import org.cartulary.query.trade.RecentSalesQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Puts the page together, part by part: one that can't be read must not take the others along. */
@Component
class OverviewQuery {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewQuery.class);
    private static final int EVENTS = 20;
    private static final int SKUS = 20;
    private static final int FEW = 8;

    private final Reads reads;
    private final ServiceQuery service;
    private final LedgerTail tail;
    private final StockQuery stock;
    private final RecentSalesQuery sales;
    private final RoadQuery road;
    private final PointsQuery points;

    OverviewQuery(
            Reads reads,
            ServiceQuery service,
            LedgerTail tail,
            StockQuery stock,
            RecentSalesQuery sales,
            RoadQuery road,
            PointsQuery points) {
        this.reads = reads;
        this.service = service;
        this.tail = tail;
        this.stock = stock;
        this.sales = sales;
        this.road = road;
        this.points = points;
    }

    /** Where the ledger itself can't be read, nothing else is tried: each part would wait for the database in vain. */
    Overview overview(String search, Sight sight) {
        var head = part(() -> List.of(tail.head()));
        var running = head.isEmpty() ? List.<Overview.Service>of() : part(() -> List.of(service.service()));
        if (running.isEmpty())
            return new Overview(
                    service.withoutDatabase(),
                    false,
                    0,
                    List.of(),
                    List.of(),
                    search,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        return overview(running.getFirst(), head.getFirst(), search, sight);
    }

    /** Points and events, whose words name customers and all places, are for those who see everything. */
    private Overview overview(Overview.Service running, long head, String search, Sight sight) {
        return new Overview(
                running,
                true,
                head,
                part(() -> tail.projections(head)),
                part(() -> BarChart.of(reads.at("trade", Read.now(), () -> sales.lastDays(BarChart.DAYS, sight))
                        .value())),
                search,
                part(() -> reads.at(List.of("stock", "catalog"), Read.now(), () -> stock.stock(search, SKUS, sight))
                        .value()),
                part(() -> reads.at("transfer", Read.now(), () -> road.loads(FEW, sight))
                        .value()),
                sight.isWhole()
                        ? part(() -> reads.at("loyalty", Read.now(), () -> points.last(FEW))
                                .value())
                        : List.of(),
                sight.isWhole() ? part(() -> tail.last(EVENTS)) : List.of());
    }

    private static <T> List<T> part(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (DataAccessException | TransactionException | Refused unreadable) {
            LOG.warn("A part of the page can't be shown: {}", unreadable.getMessage());
            return List.of();
        }
    }
}
