package org.cartulary.ops.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.Test;

class StepOrderTest {

    private static final StockId JUG = new StockId(LocationId.of("SHOP"), Sku.of("JUG"));
    private static final StockId TRAY = new StockId(LocationId.of("SHOP"), Sku.of("TRAY"));

    private final StepOrder order = new StepOrder();
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    @Test
    void whatTouchesOneShelfKeepsItsOrder() {
        order.place(on(Map.of(JUG, -1L), null), first);
        var second = order.place(on(Map.of(JUG, 1L, TRAY, 1L), null), new CompletableFuture<>());

        assertThat(second).isNotDone();
        first.complete(null);
        assertThat(second).isDone();
    }

    @Test
    void whatTouchesOtherShelvesNeedNotWait() {
        order.place(on(Map.of(JUG, -1L), null), first);

        assertThat(order.place(on(Map.of(TRAY, -1L), null), new CompletableFuture<>()))
                .isDone();
    }

    @Test
    void aReturnOfServicesWaitsForItsSale() {
        var sale = new SaleId(Uuid7.random());
        order.place(on(Map.of(), sale), first);

        assertThat(order.place(on(Map.of(), sale), new CompletableFuture<>())).isNotDone();
    }

    private static Step on(Map<StockId, Long> changes, SaleId sale) {
        return new Step(null, null, List.of(), changes, sale);
    }
}
