package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import org.cartulary.projection.catalog.CatalogProjection;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised to analysts stays where it is, whatever happens to the tables behind it. */
class AnalysisViewsTest {

    private static final String PRODUCTS = "select name from analysis.product order by sku";

    private final TestDatabase database = TestDatabase.migrated();
    private final Projection projection = new CatalogProjection();
    private final JdbcTemplate tables = new JdbcTemplate(database.projection());
    private final JdbcTemplate analyst = new JdbcTemplate(database.as("cartulary_analyst"));

    @BeforeEach
    void fill() {
        prepare(projection);
        tables.update("insert into catalog.product values ('CUP', 'Cup', 'GOODS', 'EA', 0, '{}', null, 1)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theViewsShowTheNewTablesOnceTheseAreSwappedIn() {
        assertThat(names()).containsExactly("Cup");
        new TestLedger(database.dataSource()).append(TestProducts.range(1, 2));

        var feed = new PostgresEventFeed(database.projection());
        var beside = new TablesBeside(projection, feed, database.projection(), 10);
        tables.update("update projection.progress set position = 2");
        beside.create();
        var reached = beside.writeAfter(0);
        beside.index();

        assertThat(names()).containsExactly("Cup");
        assertThat(beside.trySwap(reached)).hasValue(2);
        assertThat(names()).hasSize(2).doesNotContain("Cup");
        assertThat(analyst.queryForObject("select position from analysis.progress", Long.class))
                .isEqualTo(2);
    }

    @Test
    void tablesThatAnEarlierVersionMadeGetTheirViewsAndStay() {
        tables.execute("drop schema analysis cascade");
        new JdbcTemplate(database.owner()).execute("create schema analysis authorization cartulary_projection");
        tables.execute("comment on schema catalog is null");
        tables.execute("comment on schema projection is null");

        prepare(projection);

        var seen = new JdbcTemplate(database.projection());
        assertThat(seen.queryForList(PRODUCTS, String.class)).containsExactly("Cup");
        assertThat(seen.queryForObject("select count(*) from analysis.progress", Long.class))
                .isOne();
    }

    @Test
    void otherViewsThanThoseOfThisVersionAreMadeAnew() {
        tables.execute("drop view analysis.product");
        tables.execute("create view analysis.product as select sku from catalog.product");
        tables.execute("create view analysis.forgotten as select sku from catalog.product");
        tables.execute("comment on schema catalog is 'views of another version'");

        prepare(projection);

        assertThat(names()).containsExactly("Cup");
        assertThat(tables.queryForObject("select to_regclass('analysis.forgotten')", String.class))
                .isNull();
    }

    @Test
    void tablesOfAnotherRevisionKeepTheViewsThatFitThem() {
        tables.execute("comment on schema catalog is 'views of another version'");
        tables.update("update projection.progress set revision = 0");

        prepare(projection);

        assertThat(tables.queryForObject("select obj_description('catalog'::regnamespace)", String.class))
                .isEqualTo("views of another version");
        assertThat(names()).containsExactly("Cup");
    }

    private List<String> names() {
        return analyst.queryForList(PRODUCTS, String.class);
    }

    private void prepare(Projection which) {
        new Preparation(database.projection()).prepare(List.of(which));
    }
}
