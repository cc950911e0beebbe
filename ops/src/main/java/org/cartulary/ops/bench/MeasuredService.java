package org.cartulary.ops.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.access.Access;
import org.cartulary.ops.access.ApiKey;
import org.cartulary.ops.bench.http.Messages;
import org.cartulary.ops.bench.loop.Callers;
import org.cartulary.ops.database.Database;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The service that is measured: the whole product in this process, on a port of its own. */
final class MeasuredService implements AutoCloseable {

    /** Where the service does nothing; only the one that is measured has this address. */
    static final String NO_OP = "/bench/no-op";

    private static final String EVENT_BYTES = """
            select avg(octet_length(event)) from (
                select event from ledger.event order by position desc limit 10000) latest
            """;

    /** Callers that prepare the ledger together, so that it takes a second. */
    static final int PREPARING = 32;

    private static final ClientId CLIENT = ClientId.of("bench");
    private static final Duration POLL = Duration.ofMillis(20);

    private final ServletWebServerApplicationContext context;
    private final boolean projects;

    private final Access access;
    private final ApiKey key = ApiKey.random();

    private MeasuredService(ServletWebServerApplicationContext context, boolean projects) {
        this.context = context;
        this.projects = projects;
        this.access = new Access(ledger(), context.getBean(Clock.class));
        access.issue(key, CLIENT, null, "benchmark");
        access.give(CLIENT, Role.MANAGER, Limits.ALL);
        access.give(CLIENT, Role.OPERATOR, null);
    }

    /** Of requests that this service answers. */
    Messages messages() {
        return new Messages(key.text());
    }

    /** @param projects whether projections follow and are read, as in production */
    static MeasuredService on(Path home, boolean projects, List<String> properties) {
        var all = new ArrayList<>(properties);
        all.addAll(List.of("--cartulary.home=" + home, "--server.port=0", "--logging.level.org.cartulary=warn"));
        if (!projects) all.add("--cartulary.roles=command");
        var context = new SpringApplicationBuilder(Cartulary.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(fresh -> addNoOp((GenericApplicationContext) fresh))
                .run(all.toArray(String[]::new));
        return new MeasuredService((ServletWebServerApplicationContext) context, projects);
    }

    /** Nothing that the product has is as cheap: through its server, its filters and its routing, and then two bytes. */
    private static void addNoOp(GenericApplicationContext context) {
        context.registerBean(
                "benchNoOp",
                RouterFunction.class,
                () -> RouterFunctions.route()
                        .GET(NO_OP, request -> ServerResponse.ok().body("ok"))
                        .build());
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    EventStorageEngine engine() {
        return context.getBean(EventStorageEngine.class);
    }

    Database database() {
        return context.getBean(Database.class);
    }

    int port() {
        return context.getWebServer().getPort();
    }

    boolean projects() {
        return projects;
    }

    ProjectionAdmin projections() {
        return context.getBean(ProjectionAdmin.class);
    }

    /** Events that the ledger holds. */
    long events() {
        return number("select coalesce(max(position), 0) from ledger.event");
    }

    /** What an event weighs, on average. */
    int eventBytes() {
        return (int) number(EVENT_BYTES);
    }

    String serverVersion() {
        return context.getBean(JdbcClient.class)
                .sql("show server_version")
                .query(String.class)
                .single();
    }

    private long number(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** What stands already on this home is refused, which is as good. */
    void prepare() {
        for (var stage : Assortment.preparation()) Callers.forEach(PREPARING, stage, this::prepare);
    }

    void prepare(Command command) {
        try {
            LedgerCaller.submit(ledger(), command);
        } catch (IllegalStateException refused) {
            if (!refused.getMessage().contains("ALREADY")) throw refused;
        }
    }

    /** Waits until the projections hold everything, so that no load pays for the one before. */
    void rest() {
        while (behind() > 0) LockSupport.parkNanos(POLL.toNanos());
    }

    /** Events by which the slowest projection is behind. */
    long behind() {
        if (!projects) return 0;
        var statuses = projections().statuses();
        statuses.stream()
                .filter(status -> status.state() == ProjectionStatus.State.FAILED)
                .findFirst()
                .ifPresent(failed -> {
                    throw new IllegalStateException(
                            "the projection " + failed.name() + " stands still: " + failed.error());
                });
        return statuses.stream().mapToLong(ProjectionStatus::lag).max().orElse(0);
    }

    @Override
    public void close() {
        access.revoke(key.id());
        context.close();
    }
}
