package org.cartulary.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh database on a real PostgreSQL, one for each test class. As a static {@code @RegisterExtension} it is dropped
 * after the class; elsewhere {@link #close()} does so.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final String name;
    private final String service;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    private TestDatabase(String name, String service) {
        this.name = name;
        this.service = service;
    }

    /** A database without any table, used as its owner. */
    public static TestDatabase empty() {
        return new TestDatabase(created("template1"), "select 1");
    }

    /** A database after all migrations of the class path, used in the role of the service. */
    public static TestDatabase migrated() {
        return migrated("classpath:db/migration");
    }

    /** A database after the migrations at these Flyway locations, used in the role of the service. */
    public static TestDatabase migrated(String... locations) {
        var template = TEMPLATES.computeIfAbsent(Arrays.toString(locations), key -> template(locations));
        var name = created(template);
        // A template's rights on itself are not copied.
        TestServer.execute("grant create on database " + name + " to cartulary_projection");
        return new TestDatabase(name, "set role cartulary_service");
    }

    /** A pool of at most 20 connections, in the role of the service where the database is a migrated one. */
    public DataSource dataSource() {
        return pool(service);
    }

    /** As {@link #dataSource()}, in the role of the projections, which make and write the read tables. */
    public DataSource projection() {
        return as("cartulary_projection");
    }

    /** As {@link #dataSource()}, in the role that reads the read tables and the events. */
    public DataSource reader() {
        return as("cartulary_reader");
    }

    /** As {@link #dataSource()}, in this role. */
    public DataSource as(String role) {
        return pool("set role " + role);
    }

    private HikariDataSource pool(String initialStatement) {
        return pools.computeIfAbsent(initialStatement, this::opened);
    }

    private HikariDataSource opened(String initialStatement) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql(initialStatement);
        return pool;
    }

    /** Connections of the owner, who may do everything. Each one is opened anew. */
    public DataSource owner() {
        return TestServer.postgres().getDatabase("postgres", name);
    }

    /** The JDBC address, for the owner {@code postgres} without a password. */
    public String url() {
        return TestServer.postgres().getJdbcUrl("postgres", name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        TestServer.execute("drop database if exists " + name + " with (force)");
    }

    /** Migrating once and copying the outcome makes a database per test class cheap. */
    private static String template(String... locations) {
        var template = created("template1");
        Flyway.configure()
                .dataSource(TestServer.postgres().getDatabase("postgres", template))
                .locations(locations)
                .load()
                .migrate();
        return template;
    }

    private static String created(String template) {
        var name = "test_" + COUNT.incrementAndGet();
        TestServer.execute("create database " + name + " template " + template);
        return name;
    }
}
