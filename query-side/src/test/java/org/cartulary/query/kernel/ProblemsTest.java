package org.cartulary.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9457: what is refused says why, with a stable code. */
@QueryTest
class ProblemsTest {

    final Api api;
    final Seed seed;

    ProblemsTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void empty() {
        seed.empty();
        seed.progress(4);
    }

    @Test
    void anUnknownParameterIsRefusedByItsName() {
        var answer = api.get("/v1/availability?skuu=TEAPOT&location=LISBON");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.position()).isEqualTo(4);
        assertThat(answer.at("/code").asString()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(answer.at("/title").asString()).isEqualTo("Unknown query parameter");
        assertThat(answer.at("/status").asInt()).isEqualTo(400);
        assertThat(answer.at("/instance").asString()).isEqualTo("/v1/availability");
        assertThat(answer.at("/violations/0/field").asString()).isEqualTo("skuu");
        assertThat(answer.at("/detail").asString())
                .isEqualTo("Not known here: skuu. Known are: channel, cursor, limit, location, min-position, sku.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/products?limit=0                         | limit        | is a number from 1 to 1000
                    /v1/products?limit=many                      | limit        | is a number from 1 to 1000
                    /v1/products?min-position=-1                 | min-position | is a number from 0
                    /v1/gtins/12345670                           |              |
                    /v1/gtins/12345671                           | gtin         | can't be read: the GTIN's check digit should be 0
                    /v1/availability?sku=a/b                     | sku          | can't be read: a SKU holds only ASCII letters, digits, full stops, underscores, spaces and hyphens
                    /v1/sales?from=1.3.2026                      | from         | is a date such as 2026-03-01
                    /v1/history/events?from=yesterday            | from         | is a time such as 2026-03-01T12:00:00Z
                    /v1/history/events?order=up                  | order        | is asc or desc
                    /v1/history/events/first                     | position     | is a whole number
                    /v1/reservations?status=GONE                 | status       | is one of [ACTIVE, COMMITTED, USED, RELEASED, EXPIRED]
                    /v1/analysis/sales?by=week                   | by           | is day, month or total
                    /v1/analysis/sales?group=channel,weather     | group        | is channel, location, country, sku or customer
                    /v1/analysis/sales?currency=EURO             | currency     | can't be read: a currency is an ISO 4217 code such as EUR
                    /v1/analysis/sales?to=tomorrow               | to           | is a date such as 2026-03-01
                    /v1/analysis/top?of=sku&limit=0              | limit        | is a number from 1 to 1000
                    /v1/analysis/top?of=channel&measure=quantity | measure      | quantity adds up for one SKU only, since units differ
                    """)
    void aMalformedParameterIsRefusedWithWhatItShouldBe(String path, String field, String message) {
        var answer = api.get(path);

        assertThat(answer.status()).isEqualTo(field == null ? 404 : 400);
        if (field == null) return;
        assertThat(answer.at("/code").asString()).isEqualTo("INVALID_PARAMETER");
        assertThat(answer.at("/violations/0/field").asString()).isEqualTo(field);
        assertThat(answer.at("/violations/0/message").asString()).isEqualTo(message);
    }

    @Test
    void aMissingParameterIsNamed() {
        var answer = api.get("/v1/analysis/top");

        assertThat(answer.at("/code").asString()).isEqualTo("MISSING_PARAMETER");
        assertThat(answer.at("/detail").asString()).isEqualTo("of is missing.");
    }

    @Test
    void aValueThatNoEventCouldHoldIsTheCallersMistake() {
        var answer = api.get("/v1/history/events?actor=%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code").asString()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void aMadeUpCursorIsRefusedAndNotBelieved() {
        var query = "/v1/sales?";

        var answer =
                api.get("/v1/sales?cursor=" + Cursor.at(List.of("not a number")).encode(query));

        assertThat(answer.at("/code").asString()).isEqualTo("INVALID_CURSOR");
    }

    /** They stand until they are built anew, which begins at the start. */
    @Test
    void tablesOfAnEarlierVersionAreNotReadyYet() {
        seed.database.execute("alter table catalog.product rename column category to group_of_goods");
        try {
            var answer = api.get("/v1/products");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("/code").asString()).isEqualTo("PROJECTION_NOT_READY");
        } finally {
            seed.database.execute("alter table catalog.product rename column group_of_goods to category");
        }
    }

    @Test
    void aProjectionWithoutTablesIsNotReadyYet() {
        seed.database.execute("alter schema catalog rename to catalog_away");
        try {
            var answer = api.get("/v1/products");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.at("/code").asString()).isEqualTo("PROJECTION_NOT_READY");
            assertThat(api.get("/").status()).isEqualTo(200);
        } finally {
            seed.database.execute("alter schema catalog_away rename to catalog");
        }
    }

    @Test
    void whatIsNotThereIsNotThereAtAPosition() {
        var answer = api.get("/v1/products/TEAPOT");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.position()).isEqualTo(4);
        assertThat(answer.at("/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/detail").asString()).isEqualTo("There is no product TEAPOT.");
    }
}
