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
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The points of sales and returns, where they have any. */
final class PointsRows {

    private static final String SALES = """
            insert into ${schema}.sale_points (points_sale, programme, base_minor, earned, spent)
            select * from unnest(?, ?, ?, ?, ?)""";

    private static final String RETURNS = """
            insert into ${schema}.return_points (points_return, base_minor, reversed, returned)
            select * from unnest(?, ?, ?, ?)""";

    private final Rows sales = new Rows(TEXT, TEXT, BIGINT, BIGINT, BIGINT);
    private final Rows returns = new Rows(TEXT, BIGINT, BIGINT, BIGINT);

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
        tables.write(SALES, sales);
        tables.write(RETURNS, returns);
    }
}
