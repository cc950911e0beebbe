package org.cartulary.command.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockId;

/** Where random histories play: two places that round cash differently, four goods and a service. */
final class Histories {

    static final LocationId FINE = LocationId.of("FINE");
    /** Small coins are gone here. */
    static final LocationId COARSE = LocationId.of("COARSE");

    static final List<LocationId> PLACES = List.of(FINE, COARSE);
    static final List<Sku> GOODS = List.of(Examples.TEAPOT, Examples.CUP, Sku.of("JUG"), Examples.TEA);
    static final Instant START = Instant.parse("2026-02-10T08:00:00Z");

    private Histories() {}

    static void open(TestLedger ledger) {
        ledger.accepted(Examples.open(FINE, "EUR", 1), Examples.open(COARSE, "EUR", 5));
        for (var sku : GOODS) ledger.accepted(Examples.product(sku, Kind.GOODS, sku.equals(Examples.TEA) ? 3 : 0));
        ledger.accepted(Examples.product(Examples.POSTAGE, Kind.SERVICE, 0));
    }

    static boolean isOfGoods(Line line) {
        return !line.sku().equals(Examples.POSTAGE);
    }

    static StockId shelf(RecordSale sale, Line line) {
        return new StockId(line.stock() == null ? sale.location() : line.stock(), line.sku());
    }

    static List<StockId> shelves() {
        var shelves = new ArrayList<StockId>();
        for (var place : PLACES) for (var sku : GOODS) shelves.add(new StockId(place, sku));
        return shelves;
    }
}
