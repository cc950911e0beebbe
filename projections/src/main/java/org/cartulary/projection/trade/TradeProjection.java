package org.cartulary.projection.trade;

import java.util.List;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** What was sold, what came back, and what each day came to. */
public final class TradeProjection implements Projection {

    @Override
    public String name() {
        return "trade";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public boolean needs(String event) {
        return event.equals("sale.SaleRecorded") || event.startsWith("returns.") || event.startsWith("finance.");
    }

    /** The sums of one day and place are shared by their events; every other row belongs to one event. */
    @Override
    public Object segment(Recorded recorded) {
        return switch (recorded.fact()) {
            case SaleRecorded e -> List.of(e.businessDay(), e.location());
            case ReturnRecorded e -> List.of(e.businessDay(), e.location());
            case ReturnWithoutReceiptRecorded e -> List.of(e.businessDay(), e.location());
            case FinancialAdjustmentRecorded e -> List.of(e.businessDay(), e.location());
            default -> recorded.position();
        };
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var rows = new Batch();
        batch.forEach(rows::add);
        rows.write(tables);
    }

    /** The rows that follow from one batch. */
    private static final class Batch {

        private final SaleRows sales = new SaleRows();
        private final ReturnRows returns = new ReturnRows();
        private final AdjustmentRows adjustments = new AdjustmentRows();
        private final PointsRows points = new PointsRows();
        private final DailySums days = new DailySums();

        void add(Recorded recorded) {
            if (recorded.fact() instanceof SaleRecorded sale) add(recorded, sale);
            if (recorded.fact() instanceof ReturnEvent event) add(recorded, event);
            if (recorded.fact() instanceof FinanceEvent event) add(recorded, event);
        }

        private void add(Recorded recorded, SaleRecorded sale) {
            sales.add(recorded, sale);
            points.add(sale);
            days.add(sale);
        }

        private void add(Recorded recorded, ReturnEvent event) {
            switch (event) {
                case ReturnRecorded e -> {
                    add(recorded, GoodsBack.of(e));
                    points.add(e);
                }
                case ReturnWithoutReceiptRecorded e -> add(recorded, GoodsBack.of(e));
                case AllowanceUsed e -> {}
            }
        }

        private void add(Recorded recorded, GoodsBack goods) {
            returns.add(recorded, goods);
            days.add(goods);
        }

        private void add(Recorded recorded, FinanceEvent event) {
            switch (event) {
                case FinancialAdjustmentRecorded e -> {
                    adjustments.add(recorded, e);
                    days.add(e);
                }
            }
        }

        void write(Tables tables) {
            sales.write(tables);
            returns.write(tables);
            adjustments.write(tables);
            points.write(tables);
            days.write(tables);
        }
    }
}
