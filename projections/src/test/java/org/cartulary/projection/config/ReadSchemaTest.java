package org.cartulary.projection.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.cartulary.projection.kernel.PostgresEventFeed;
import org.cartulary.projection.kernel.ProjectionSettings;
import org.cartulary.projection.kernel.Projections;
import org.cartulary.testing.Repository;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schema that is promised to analysts: documented as it is, complete, and without anything that says who somebody is. */
class ReadSchemaTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final Path DOCUMENTED = Repository.root().resolve("docs/read-schema.md");
    private static final String MADE = "<!-- What follows is made from the database. -->\n";

    private static final JdbcTemplate TABLES = new JdbcTemplate(database.projection());

    private static final String VIEWS = """
            select v.oid, v.relname, obj_description(v.oid, 'pg_class') as meaning,
                   (select distinct t.relnamespace::regnamespace::text
                    from pg_rewrite r join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
                         join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid and t.oid <> v.oid
                    where r.ev_class = v.oid) as source
            from pg_class v where v.relnamespace = 'analysis'::regnamespace order by v.relname collate "C"
            """;

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod) as type, col_description(attrelid, attnum) as meaning
            from pg_attribute where attrelid = ?::oid and attnum > 0 order by attnum
            """;

    /** Each column of a table that some view shows or computes with. */
    private static final String SHOWN = """
            select distinct t.oid::regclass || '.' || a.attname
            from pg_class v join pg_rewrite r on r.ev_class = v.oid
                 join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
                                 and d.refclassid = 'pg_class'::regclass
                 join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
                 join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
            where v.relnamespace = 'analysis'::regnamespace
            """;

    /** A word for a person, for what is one's own, or for a text that anybody may write anything into. */
    private static final Set<String> OF_PEOPLE = Set.of(
            "customer",
            "actor",
            "device",
            "client",
            "key",
            "command",
            "stream",
            "owner",
            "account",
            "receipt",
            "reference",
            "last_four",
            "reason",
            "override_reason",
            "detail",
            "stored_value");

    /** Whether there is one is shown, or that it is no coupon's, or that it is none of a person's. */
    private static final Set<String> HARMLESS = Set.of(
            "trade.sale_line.stored_value",
            "trade.return.override_reason",
            "trade.sale_discount.reference",
            "transfer.loss.owner");

    @BeforeAll
    static void make() {
        var settings = new ProjectionSettings(
                50, Duration.ofMillis(5), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20));
        var projections = new Projections(
                database.projection(),
                new PostgresEventFeed(database.projection()),
                ProjectionConfiguration.all(),
                settings,
                new SimpleMeterRegistry());
        projections.start();
        projections.stop();
    }

    @Test
    void theSchemaIsDocumentedAsItIs() throws IOException {
        var document = Files.readString(DOCUMENTED);
        var words = document.substring(0, document.indexOf(MADE) + MADE.length());
        if (Repository.isApproving()) Files.writeString(DOCUMENTED, words + sections());

        assertThat(Files.readString(DOCUMENTED))
                .as(
                        "docs/read-schema.md differs from the views: others build on them, so look at the difference, and approve"
                                + " it with mvn -pl projections test -Dcartulary.approve=true")
                .isEqualTo(words + sections());
    }

    @Test
    void everyViewAndEveryColumnSaysWhatItMeans() {
        assertThat(sections()).doesNotContain("null").doesNotContain("| |");
    }

    @Test
    void noViewShowsWhoSomebodyIs() {
        var shown = TABLES.queryForList(SHOWN, String.class);

        assertThat(shown).hasSizeGreaterThan(150).anyMatch("trade.sale.net_minor"::equals);
        assertThat(shown)
                .filteredOn(column -> OF_PEOPLE.contains(column.substring(column.lastIndexOf('.') + 1)))
                .containsExactlyInAnyOrderElementsOf(HARMLESS);
    }

    private static String sections() {
        var text = new StringBuilder();
        for (var view : TABLES.queryForList(VIEWS)) {
            text.append("\n### `analysis.").append(view.get("relname")).append("`\n\n");
            text.append(view.get("meaning")).append(" From the projection `").append(view.get("source"));
            text.append("`.\n\n| Column | Type | Meaning |\n|---|---|---|\n");
            TABLES.query(
                    COLUMNS,
                    column -> {
                        text.append("| `")
                                .append(column.getString(1))
                                .append("` | ")
                                .append(column.getString(2));
                        text.append(" | ").append(column.getString(3)).append(" |\n");
                    },
                    view.get("oid"));
        }
        return text.toString().replace(" From the projection `projection`", " From `projection.progress`");
    }
}
