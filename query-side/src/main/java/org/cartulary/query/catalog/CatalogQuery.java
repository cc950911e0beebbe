package org.cartulary.query.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locations and products as they are now. */
@Repository
class CatalogQuery {

    private static final String LOCATIONS = """
            select location, name, country, zone, cut_over, currency, cash_increment_minor, window_days, look_back_days,
                   without_receipt_cap_minor, company, position
            from catalog.location
            {where}
            order by location limit :fetch""";

    private final JdbcClient database;

    CatalogQuery(JdbcClient database) {
        this.database = database;
    }

    List<Location> locations(Read read) {
        return new Conditions()
                .moreThan("location", read.keyAfter(0))
                .atSeen(read.sight(), "location = any (:seenLocations)")
                .value("fetch", read.fetch())
                .on(database, LOCATIONS)
                .query(Row.to(CatalogQuery::location))
                .list();
    }

    List<Product> products(Read read) {
        return database.sql("""
                        select sku, name, kind, unit, decimals, gtins, category, position
                        from catalog.product where sku > :after order by sku limit :fetch""")
                .param("after", read.keyAfter(0))
                .param("fetch", read.fetch())
                .query(Row.to(CatalogQuery::product))
                .list();
    }

    Optional<Product> product(String sku) {
        return database.sql("""
                        select sku, name, kind, unit, decimals, gtins, category, position from catalog.product where sku = :sku""")
                .param("sku", sku)
                .query(Row.to(CatalogQuery::product))
                .optional();
    }

    Optional<Product> productOf(String gtin) {
        return database.sql("""
                        select p.sku, p.name, p.kind, p.unit, p.decimals, p.gtins, p.category, p.position
                        from catalog.gtin g join catalog.product p on p.sku = g.sku where g.gtin = :gtin""")
                .param("gtin", gtin)
                .query(Row.to(CatalogQuery::product))
                .optional();
    }

    private static Location location(Row row) throws SQLException {
        return new Location(
                row.text("location"),
                row.text("name"),
                row.text("country"),
                row.text("zone"),
                row.time("cut_over"),
                row.text("currency"),
                row.number("cash_increment_minor"),
                new Location.Policy(
                        row.count("window_days"), row.count("look_back_days"), row.number("without_receipt_cap_minor")),
                row.text("company"),
                row.number("position"));
    }

    private static Product product(Row row) throws SQLException {
        return new Product(
                row.text("sku"),
                row.text("name"),
                row.text("kind"),
                row.text("unit"),
                row.count("decimals"),
                row.texts("gtins"),
                row.text("category"),
                row.number("position"));
    }
}
