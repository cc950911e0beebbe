package org.cartulary.query.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** One row of a result, with the types that answers are made of. Absent values are null but where the name says otherwise. */
public record Row(ResultSet columns) {

    /** Makes a record of a row. */
    public interface Mapping<T> {
        T map(Row row) throws SQLException;
    }

    public static <T> RowMapper<T> to(Mapping<T> mapping) {
        return (columns, number) -> mapping.map(new Row(columns));
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    /** A sum of amounts in minor units, which has no most. */
    public BigInteger sum(String column) throws SQLException {
        return columns.getBigDecimal(column).toBigIntegerExact();
    }

    public int count(String column) throws SQLException {
        return columns.getInt(column);
    }

    public Integer optionalCount(String column) throws SQLException {
        return columns.getObject(column, Integer.class);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    /** Zero where it is absent. */
    public Decimal decimal(String column) throws SQLException {
        var value = columns.getBigDecimal(column);
        return value == null ? Decimal.ZERO : new Decimal(value);
    }

    public Decimal optionalDecimal(String column) throws SQLException {
        BigDecimal value = columns.getBigDecimal(column);
        return value == null ? null : new Decimal(value);
    }

    public Instant instant(String column) throws SQLException {
        var value = columns.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate day(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public LocalTime time(String column) throws SQLException {
        return columns.getObject(column, LocalTime.class);
    }

    public List<String> texts(String column) throws SQLException {
        Array value = columns.getArray(column);
        return value == null ? List.of() : List.of((String[]) value.getArray());
    }
}
