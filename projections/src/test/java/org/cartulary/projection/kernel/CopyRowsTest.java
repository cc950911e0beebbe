package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is copied is what a statement over the same values writes, for every type of column. */
class CopyRowsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.projection());
    private final Tables tables = new Tables(jdbc, "typed");

    @BeforeEach
    void create() {
        jdbc.execute("create schema typed");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void text() {
        same("text", Column.TEXT, "", " ", "Tea for two", "Åsa, 茶, 🫖", "\\N", "a\tb\nc", "x".repeat(100_000), null);
    }

    @Test
    void wholeNumbers() {
        same("bigint", Column.BIGINT, 0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, null);
        same("int", Column.INT, 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, null);
    }

    @Test
    void flags() {
        same("boolean", Column.BOOLEAN, true, false, null);
    }

    @Test
    void decimals() {
        same(
                "numeric",
                Column.NUMERIC,
                Arrays.asList(
                                "0",
                                "0.00",
                                "1",
                                "-1",
                                "0.1",
                                "-0.0001",
                                "0.00001",
                                "0.000000000000000012",
                                "9999",
                                "10000",
                                "100000000",
                                "1E+3",
                                "1.50",
                                "12345678.9",
                                "-12345.678901",
                                "123456789012345678901234567890.123456789012345678901",
                                null)
                        .stream()
                        .map(text -> text == null ? null : new BigDecimal(text))
                        .toArray());
    }

    @Test
    void quantitiesOfThreeDecimals() {
        long most = 9_999_999_999_999_999L;
        same(
                "numeric(16, 3)",
                Column.THOUSANDTHS,
                0L,
                1L,
                -1L,
                10L,
                999L,
                1_000L,
                -1_001L,
                9_999_999L,
                10_000_000L,
                123_456_789_012L,
                most,
                -most,
                null);
    }

    @Test
    void instants() {
        same(
                "timestamptz",
                Column.INSTANT,
                Arrays.asList(
                                "2026-03-01T12:00:00Z",
                                "2026-03-01T12:00:00.123456Z",
                                "2026-03-01T12:00:00.1234567Z",
                                "2026-03-01T12:00:00.123456400Z",
                                "2026-03-01T12:00:00.999999999Z",
                                "2000-01-01T00:00:00Z",
                                "1999-12-31T23:59:59.999999Z",
                                "1969-12-31T23:59:59.5Z",
                                "0001-01-01T00:00:00Z",
                                "9999-12-31T23:59:59.999999Z",
                                null)
                        .stream()
                        .map(text -> text == null ? null : Instant.parse(text))
                        .toArray());
    }

    @Test
    void daysAndTimes() {
        same(
                "date",
                Column.DATE,
                LocalDate.of(2000, 1, 1),
                LocalDate.of(1999, 12, 31),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31),
                null);
        same("time", Column.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(6, 30), null);
    }

    @Test
    void aLongBatchOfSeveralColumns() {
        jdbc.execute("create table typed.copied (id bigint primary key, name text, quantity numeric(16, 3))");
        var rows = new CopyRows(Column.BIGINT, Column.TEXT, Column.THOUSANDTHS);
        for (long id = 1; id <= 10_000; id++) rows.add(id, id % 7 == 0 ? null : "name " + id, id);

        tables.copy("${schema}.copied (id, name, quantity)", rows);

        assertThat(jdbc.queryForList(
                        "select count(*) || ' ' || count(name) || ' ' || sum(quantity) from typed.copied",
                        String.class))
                .containsExactly("10000 8572 50005.000");
    }

    @Test
    void whatStandsThereAlreadyIsRefusedAndTheConnectionGoesOn() {
        jdbc.execute("create table typed.copied (id bigint primary key)");
        tables.copy("${schema}.copied (id)", new CopyRows(Column.BIGINT).add(1L));

        assertThatThrownBy(() -> tables.copy(
                        "${schema}.copied (id)",
                        new CopyRows(Column.BIGINT).add(2L).add(1L)))
                .isInstanceOf(DataIntegrityViolationException.class);
        tables.copy("${schema}.copied (id)", new CopyRows(Column.BIGINT).add(3L));
        tables.copy("${schema}.copied (id)", new CopyRows(Column.BIGINT));

        assertThat(jdbc.queryForList("select id from typed.copied order by id", Long.class))
                .containsExactly(1L, 3L);
    }

    @Test
    void aQuantityThatTheColumnHasNoRoomForIsRefused() {
        jdbc.execute("create table typed.copied (quantity numeric(16, 3))");

        assertThatThrownBy(() -> tables.copy(
                        "${schema}.copied (quantity)", new CopyRows(Column.THOUSANDTHS).add(Long.MIN_VALUE)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRowHasAsManyValuesAsThereAreColumns() {
        assertThatThrownBy(() -> new CopyRows(Column.BIGINT).add(1L, 2L)).isInstanceOf(IllegalArgumentException.class);
    }

    private void same(String type, Column column, Object... values) {
        jdbc.execute("drop table if exists typed.copied, typed.stated");
        jdbc.execute("create table typed.copied (number int, value " + type + ")");
        jdbc.execute("create table typed.stated (number int, value " + type + ")");
        var copied = new CopyRows(Column.INT, column);
        var stated = new Rows(Column.INT, column);
        for (int i = 0; i < values.length; i++) {
            copied.add(i, values[i]);
            stated.add(i, values[i]);
        }
        tables.copy("${schema}.copied (number, value)", copied);
        tables.write("insert into ${schema}.stated (number, value) select * from unnest(?, ?)", stated);
        assertThat(texts("typed.copied")).hasSize(values.length).isEqualTo(texts("typed.stated"));
    }

    private List<String> texts(String table) {
        return jdbc.queryForList("select value::text from " + table + " order by number", String.class);
    }
}
