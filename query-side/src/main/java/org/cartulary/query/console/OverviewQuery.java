package org.cartulary.query.console;

import java.util.List;
import java.util.function.Supplier;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.cartulary.query.trade.RecentSalesQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts the page together, part by part: one that can't be read must not take the others along. */
@Component
class OverviewQuery {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewQuery.class);
    private static final int EVENTS = 20;
    private static final int SKUS = 20;

    private final Reads reads;
    private final ServiceQuery service;
    private final LedgerTail tail;
    private final StockQuery stock;
    private final RecentSalesQuery sales;

    OverviewQuery(Reads reads, ServiceQuery service, LedgerTail tail, StockQuery stock, RecentSalesQuery sales) {
        this.reads = reads;
        this.service = service;
        this.tail = tail;
        this.stock = stock;
        this.sales = sales;
    }

    Overview overview(String search) {
        long head = tail.head();
        return new Overview(
                service.service(),
                head,
                part(() -> tail.projections(head)),
                part(() -> BarChart.of(reads.at("trade", Read.now(), () -> sales.lastDays(BarChart.DAYS))
                        .value())),
                search,
                part(() -> reads.at(List.of("stock", "catalog"), Read.now(), () -> stock.stock(search, SKUS))
                        .value()),
                part(() -> tail.last(EVENTS)));
    }

    private static <T> List<T> part(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (DataAccessException | Refused unreadable) {
            LOG.warn("A part of the page can't be shown: {}", unreadable.getMessage());
            return List.of();
        }
    }
}
