package org.cartulary.projection.catalog;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;
import static org.cartulary.projection.kernel.Column.TIME;

import java.util.List;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** Locations and products by their names. */
public final class CatalogProjection implements Projection {

    private static final String LOCATIONS = """
            insert into ${schema}.location
                (location, name, country, zone, cut_over, currency, cash_increment_minor, window_days, look_back_days,
                 without_receipt_cap_minor, company, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String PRODUCTS = """
            insert into ${schema}.product (sku, name, kind, unit, decimals, gtins, category, position)
            select sku, name, kind, unit, decimals, '{}', category, position
            from unnest(?, ?, ?, ?, ?, ?, ?) as p(sku, name, kind, unit, decimals, category, position)""";

    /** A product names its first GTINs itself, and each of them is assigned in an event of its own too. */
    private static final String GTINS =
            "insert into ${schema}.gtin (gtin, sku) select * from unnest(?, ?) on conflict (gtin) do nothing";

    private static final String GTINS_OF_PRODUCTS = """
            update ${schema}.product
            set gtins = array(select gtin from ${schema}.gtin where gtin.sku = product.sku order by gtin)
            where sku in (select unnest(?))""";

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("location.") || event.startsWith("product.");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var rows = new Batch();
        for (var recorded : batch) {
            if (recorded.fact() instanceof LocationEvent event) rows.add(event, recorded.position());
            if (recorded.fact() instanceof ProductEvent event) rows.add(event, recorded.position());
        }
        rows.write(tables);
    }

    /** The rows that follow from one batch. */
    private static final class Batch {

        private final Rows locations =
                new Rows(TEXT, TEXT, TEXT, TEXT, TIME, TEXT, BIGINT, INT, INT, BIGINT, TEXT, BIGINT);
        private final Rows products = new Rows(TEXT, TEXT, TEXT, TEXT, INT, TEXT, BIGINT);
        private final Rows gtins = new Rows(TEXT, TEXT);
        private final Rows named = new Rows(TEXT);

        void add(LocationEvent event, long position) {
            switch (event) {
                case LocationRegistered registered -> add(registered, position);
            }
        }

        void add(ProductEvent event, long position) {
            switch (event) {
                case ProductRegistered registered -> add(registered, position);
                case GtinAssigned assigned -> name(assigned.sku(), assigned.gtin());
            }
        }

        private void add(LocationRegistered event, long position) {
            locations.add(
                    event.location(),
                    event.name(),
                    event.country(),
                    event.zone(),
                    event.cutOver(),
                    event.currency(),
                    event.cashIncrementMinor(),
                    event.policy().windowDays(),
                    event.policy().lookBackDays(),
                    event.policy().withoutReceiptCapMinor(),
                    event.company(),
                    position);
        }

        private void add(ProductRegistered event, long position) {
            products.add(
                    event.sku(),
                    event.name(),
                    event.kind(),
                    event.unit(),
                    event.decimals(),
                    event.category(),
                    position);
            event.gtins().forEach(gtin -> name(event.sku(), gtin));
        }

        private void name(Sku sku, Gtin gtin) {
            gtins.add(gtin, sku);
            named.add(sku);
        }

        void write(Tables tables) {
            tables.write(LOCATIONS, locations);
            tables.write(PRODUCTS, products);
            tables.write(GTINS, gtins);
            tables.write(GTINS_OF_PRODUCTS, named);
        }
    }
}
