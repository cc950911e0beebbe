package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.cartulary.ops.Story;
import org.cartulary.projection.config.ProjectionConfiguration;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus.State;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of the time when one role did everything: its read tables change hands and are not filled anew. */
class DatabaseUpgradeTest {
    private static final String OF_ONE_ROLE = "5";

    @TempDir
    Path home;

    @Test
    void theReadTablesChangeHandsAndCanStillBeMadeAnew() throws Exception {
        try (var server = Database.embedded(new Home(home.resolve("server")), SharedPrograms.DIRECTORY)) {
            var ledger = ExternalDatabaseTest.ledgerOfItsOwn(server);
            makeAsBefore(ledger);
            try (var service = RunningService.on(
                            home.resolve("unused"),
                            "cartulary.database.url=" + ledger.url(),
                            "cartulary.database.username=" + ledger.username(),
                            "cartulary.database.password=" + ledger.password());
                    var projections = SessionOf.role(ledger, "cartulary_projection");
                    var commands = SessionOf.role(ledger, "cartulary_service")) {
                assertThat(projections.texts("select name from analysis.product"))
                        .containsExactly("Kept");
                assertThat(projections.texts(
                                "select nspname from pg_namespace" + " where nspowner = 'cartulary_service'::regrole"))
                        .isEmpty();
                commands.refuses("create schema own", "42501");
                commands.refuses("update catalog.product set name = 'x'", "42501");

                var story = new Story(service);
                assertThat(story.read("/v1/products/KEPT").at("/name").asString())
                        .isEqualTo("Kept");
                story.accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
                story.read("/v1/products/TEAPOT");
                makeAnew(service.bean(ProjectionAdmin.class));
                assertThat(projections.texts("select name from analysis.product"))
                        .containsExactly("Teapot");
                assertThat(story.read("/v1/products/TEAPOT").at("/name").asString())
                        .isEqualTo("Teapot");
            }
        }
    }

    private static void makeAnew(ProjectionAdmin projections) {
        for (var projection : ProjectionConfiguration.all()) projections.rebuild(projection.name());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> projections.statuses().stream().allMatch(status -> status.state() == State.RUNNING));
        assertThat(projections.statuses())
                .allSatisfy(status -> assertThat(status.error()).isNull());
    }

    /** With a product that no event explains, so that a rebuild can be told from what stood before. */
    private static void makeAsBefore(Database ledger) throws Exception {
        Flyway.configure()
                .dataSource(ledger.url(), ledger.username(), ledger.password())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .target(OF_ONE_ROLE)
                .load()
                .migrate();
        try (var service = SessionOf.role(ledger, "cartulary_service")) {
            service.run(resource(Projection.class, "progress.sql"));
            for (var projection : ProjectionConfiguration.all()) {
                service.run("create schema " + projection.name());
                service.run(resource(projection.getClass(), "tables.sql").replace("${schema}", projection.name()));
                service.run("insert into projection.progress values ('%s', 0, %d)"
                        .formatted(projection.name(), projection.revision()));
            }
            service.run("insert into catalog.product values ('KEPT', 'Kept', 'GOODS', 'EA', 0, '{}', null, 0)");
        }
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (var stream = beside.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
