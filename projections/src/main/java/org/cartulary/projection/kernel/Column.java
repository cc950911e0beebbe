package org.cartulary.projection.kernel;

import java.util.Collection;
import java.util.function.Function;

/** The types of read tables' columns, as arrays of a statement's parameters. */
public enum Column {
    TEXT("text", Object::toString, new String[0]),
    BIGINT("int8", Function.identity(), new Long[0]),
    INT("int4", Function.identity(), new Integer[0]),
    BOOLEAN("bool", Function.identity(), new Boolean[0]),
    /** Exact decimals, from their text. */
    NUMERIC("numeric", Object::toString, new String[0]),
    INSTANT("timestamptz", Object::toString, new String[0]),
    DATE("date", Object::toString, new String[0]),
    TIME("time", Object::toString, new String[0]);

    private final String type;
    private final Function<Object, Object> converted;
    private final Object[] empty;

    Column(String type, Function<Object, Object> converted, Object[] empty) {
        this.type = type;
        this.converted = converted;
        this.empty = empty;
    }

    /** The name of the type at the server. */
    String type() {
        return type;
    }

    Object converted(Object value) {
        return value == null ? null : converted.apply(value);
    }

    /** An array of the column's own type, which lets the driver send numbers in their binary form. */
    Object[] array(Collection<Object> values) {
        return values.toArray(empty);
    }
}
