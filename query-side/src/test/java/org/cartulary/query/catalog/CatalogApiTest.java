package org.cartulary.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QueryTest
class CatalogApiTest {

    final Api api;
    final Seed seed;

    CatalogApiTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void aTeapotInLisbon() {
        seed.empty();
        seed.database.update("insert into catalog.location values ('LISBON', 'Lisbon, Chiado', 'PT', 'Europe/Lisbon',"
                + " '04:00', 'EUR', 5, 30, 90, 50000, 'OLARIA', 1)");
        seed.database.update("insert into catalog.product values ('TEAPOT', 'A teapot', 'GOODS', 'EA', 0,"
                + " '{04006381333931}', 'POTTERY', 2)");
        seed.database.update("insert into catalog.gtin values ('04006381333931', 'TEAPOT')");
        seed.progress(3);
    }

    @Test
    void aLocationSaysWhatItGrants() {
        var location = api.get("/v1/locations").at("/items/0");

        assertThat(location.get("cutOver").asString()).isEqualTo("04:00:00");
        assertThat(location.get("currency").asString()).isEqualTo("EUR");
        assertThat(location.get("company").asString()).isEqualTo("OLARIA");
        assertThat(location.at("/policy/windowDays").asInt()).isEqualTo(30);
    }

    @Test
    void aGtinFindsItsProductInAnyOfItsLengths() {
        assertThat(api.get("/v1/gtins/4006381333931").at("/sku").asString()).isEqualTo("TEAPOT");
        assertThat(api.get("/v1/gtins/04006381333931").at("/name").asString()).isEqualTo("A teapot");
    }

    @Test
    void aProductIsFoundByItsSku() {
        assertThat(api.get("/v1/products/TEAPOT").at("/gtins/0").asString()).isEqualTo("04006381333931");
    }
}
