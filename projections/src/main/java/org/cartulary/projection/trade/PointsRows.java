package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.util.Objects;
import java.util.stream.Collectors;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.LineEarning;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Tables;

/** The points of sales and returns, where they have any. */
final class PointsRows {

    private static final String SALES = """
            ${schema}.sale_points (points_sale, programme, base_minor, earned, spent)""";

    private static final String RETURNS = "${schema}.return_points (points_return, base_minor, reversed, returned)";

    private final CopyRows sales = new CopyRows(TEXT, TEXT, BIGINT, BIGINT, BIGINT);
    private final CopyRows returns = new CopyRows(TEXT, BIGINT, BIGINT, BIGINT);

    void add(SaleRecorded sale) {
        if (sale.earning() == null) return;
        sales.add(
                sale.sale(),
                sale.earning().programme(),
                sale.earning().baseMinor(),
                sale.earning().points(),
                spent(sale));
    }

    private static long spent(SaleRecorded sale) {
        if (sale.drawn() == null) return 0;
        var inPoints = sale.tenders().stream()
                .filter(tender -> tender.type() == TenderType.POINTS)
                .map(Tender::number)
                .collect(Collectors.toSet());
        return sale.drawn().stream()
                .filter(drawn -> inPoints.contains(drawn.tender()))
                .flatMap(drawn -> drawn.parts().stream())
                .mapToLong(LotPart::amount)
                .sum();
    }

    void add(ReturnRecorded goods) {
        var reversed = goods.lines().stream()
                .map(ReturnLine::earning)
                .filter(Objects::nonNull)
                .toList();
        if (reversed.isEmpty() && goods.pointsReturned() == null) return;
        returns.add(
                goods.returnId(),
                reversed.stream().mapToLong(LineEarning::baseMinor).sum(),
                reversed.stream().mapToLong(LineEarning::points).sum(),
                goods.pointsReturned() == null ? 0L : goods.pointsReturned());
    }

    void write(Tables tables) {
        tables.copy(SALES, sales);
        tables.copy(RETURNS, returns);
    }
}
