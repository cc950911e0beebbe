package org.cartulary.projection.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.location.ReturnPolicy;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogProjectionTest {

    @RegisterExtension
    final Replay catalog = new Replay(new CatalogProjection());

    @Test
    void aRegisteredLocationIsFoundWithItsPolicy() {
        catalog.append(new LocationRegistered(
                LISBON,
                "Lisbon, Chiado",
                PORTUGAL,
                ZoneId.of("Europe/Lisbon"),
                LocalTime.of(3, 0),
                EUR,
                5,
                new ReturnPolicy(14, 60, 10_000),
                new CompanyId("OLARIA"),
                NOON));

        assertThat(catalog.rows("select * from catalog.location"))
                .containsExactly("LISBON Lisbon, Chiado PT Europe/Lisbon 03:00:00 EUR 5 14 60 10000 OLARIA 1");
    }

    @Test
    void aProductIsFoundByEachOfItsGtinsAlsoByOnesAssignedLater() {
        var first = new Gtin("4006381333931");
        var later = new Gtin("96385074");
        catalog.append(
                new GtinAssigned(first, TEAPOT, NOON),
                new ProductRegistered(TEAPOT, "Teapot", Kind.GOODS, "EA", 0, List.of(first), NOON));
        catalog.append(new GtinAssigned(later, TEAPOT, NOON));

        assertThat(catalog.rows("select sku, name, kind, unit, decimals, gtins, position from catalog.product"))
                .containsExactly("TEAPOT Teapot GOODS EA 0 {00000096385074,04006381333931} 2");
        assertThat(catalog.rows("select gtin, sku from catalog.gtin order by 1"))
                .containsExactly("00000096385074 TEAPOT", "04006381333931 TEAPOT");
    }
}
