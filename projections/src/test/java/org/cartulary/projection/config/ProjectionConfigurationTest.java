package org.cartulary.projection.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import javax.sql.DataSource;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus.State;
import org.cartulary.projection.kernel.TestLedger;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ProjectionConfigurationTest {

    private final TestDatabase database = TestDatabase.migrated();

    @EnableWebMvc
    static class Web {}

    private final WebApplicationContextRunner node = new WebApplicationContextRunner()
            .withBean(ForProjections.SOURCE, DataSource.class, database::projection)
            .withUserConfiguration(Web.class, ProjectionConfiguration.class, ProjectionController.class);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anOperatorSeesWhereProjectionsStandAndMakesOneAnew() {
        new TestLedger(database.dataSource()).append(new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON));
        node.run(context -> {
            var projections = context.getBean(ProjectionAdmin.class);
            await().until(() -> projections.statuses().stream().allMatch(status -> status.position() == 1));
            var http = web(context);

            assertThat(http.get().uri("/v1/projections"))
                    .hasStatusOk()
                    .hasHeader("Ledger-Position", "1")
                    .bodyJson()
                    .extractingPath("$.items[*].name")
                    .isEqualTo(List.of(
                            "catalog",
                            "stock",
                            "reservation",
                            "transfer",
                            "storedvalue",
                            "trade",
                            "loyalty",
                            "history"));
            var digest = projections.digest("stock").sha256();
            assertThat(http.get().uri("/v1/projections/stock/digest"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.sha256")
                    .isEqualTo(digest);

            assertThat(http.post().uri("/v1/projections/stock/rebuild")).hasStatus(HttpStatus.ACCEPTED);
            await().until(() -> projections.statuses().stream().allMatch(status -> status.state() == State.RUNNING));
            assertThat(projections.digest("stock").sha256()).isEqualTo(digest);

            assertThat(http.post().uri("/v1/projections/stocks/rebuild"))
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .hasHeader("Ledger-Position", "1")
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("UNKNOWN_PROJECTION");
        });
    }

    @Test
    void aParameterThatNobodyKnowsIsRefused() {
        node.run(context -> assertThat(web(context).get().uri("/v1/projections?nmae=stock"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Not known here: nmae"));
    }

    @Test
    void healthIsDownWhileAProjectionStandsStill() {
        node.run(context -> {
            var health = context.getBean(ProjectionHealth.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            new JdbcTemplate(database.projection())
                    .update("update projection.progress set revision = -1 where projection = 'trade'");
            new TestLedger(database.dataSource()).append(new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON));
            await().until(() -> health.health().getStatus().equals(Status.DOWN));
            assertThat(health.health().getDetails().get("trade").toString()).contains("rebuild the projection");
        });
    }

    @Test
    void aNodeWithoutTheRoleRunsNone() {
        node.withPropertyValues("cartulary.roles=command,query")
                .run(context -> assertThat(context).doesNotHaveBean(ProjectionAdmin.class));
    }

    private static MockMvcTester web(AssertableWebApplicationContext context) {
        return MockMvcTester.from((WebApplicationContext) context.getSourceApplicationContext());
    }

    @Test
    void settingsAreRead() {
        node.withPropertyValues("cartulary.roles=projection", "cartulary.projection.batch=0")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("cartulary.projection.batch is at least 1"));
    }
}
