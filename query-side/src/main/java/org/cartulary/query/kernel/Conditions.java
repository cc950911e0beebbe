package org.cartulary.query.kernel;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The conditions of a list whose filters are optional: the text holds columns and operators that the code names, every
 * value is a parameter.
 */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder("where true");
    private final Map<String, Object> values = new HashMap<>();

    /** Nothing where the value is absent, as everywhere here. */
    public Conditions equal(String column, Object value) {
        return compare(column, " = ", value);
    }

    public Conditions atLeast(String column, Object value) {
        return compare(column, " >= ", value);
    }

    public Conditions atMost(String column, Object value) {
        return compare(column, " <= ", value);
    }

    public Conditions moreThan(String column, Object value) {
        return compare(column, " > ", value);
    }

    public Conditions lessThan(String column, Object value) {
        return compare(column, " < ", value);
    }

    /** Only where the caller sees the location: a condition on {@code :seenLocations}, which nobody needs who sees all. */
    public Conditions atSeen(Sight sight, String condition) {
        if (sight.locations().isAll()) return this;
        return and(condition).value("seenLocations", sight.locations().texts());
    }

    /** Only of channels that the caller sees: a condition on {@code :seenChannels}, which nobody needs who sees all. */
    public Conditions ofSeen(Sight sight, String condition) {
        if (sight.channels().isAll()) return this;
        return and(condition).value("seenChannels", sight.channels().texts());
    }

    /** A condition with parameters of its own, which {@link #value} gives. */
    public Conditions and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    public Conditions value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Rows after the page before, for a list in order of one numeric column. */
    public Conditions after(String column, Read read) {
        moreThan(column, read.after() > 0 ? read.after() : null);
        if (read.cursor() == null) return this;
        return read.newestFirst() ? lessThan(column, read.numberAfter(0)) : moreThan(column, read.numberAfter(0));
    }

    public Map<String, Object> values() {
        return values;
    }

    /** The statement, with {@code {where}} replaced by the conditions. */
    String in(String statement) {
        return statement.replace("{where}", sql);
    }

    public JdbcClient.StatementSpec on(JdbcClient database, String statement) {
        return database.sql(in(statement)).params(values);
    }

    private Conditions compare(String column, String operator, Object value) {
        if (value == null) return this;
        var name = "v" + values.size();
        values.put(name, value);
        return and(column + operator + ":" + name);
    }
}
