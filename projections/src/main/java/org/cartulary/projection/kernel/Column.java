package org.cartulary.projection.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The types of read tables' columns, as arrays of a statement's parameters and as fields of a COPY. */
public enum Column {
    TEXT("text", Object::toString, new String[0], (copy, value) -> copy.text(value.toString())),
    BIGINT("int8", Function.identity(), new Long[0], (copy, value) -> copy.bigint((Long) value)),
    INT("int4", Function.identity(), new Integer[0], (copy, value) -> copy.integer((Integer) value)),
    BOOLEAN("bool", Function.identity(), new Boolean[0], (copy, value) -> copy.bool((Boolean) value)),
    /** Exact decimals, from their text. */
    NUMERIC(
            "numeric",
            Object::toString,
            new String[0],
            (copy, value) -> copy.numeric(new BigDecimal(value.toString()))),
    /** A quantity of three decimals, from its thousandths. */
    THOUSANDTHS(
            "numeric",
            value -> BigDecimal.valueOf((Long) value, 3).toPlainString(),
            new String[0],
            (copy, value) -> copy.thousandths((Long) value)),
    INSTANT("timestamptz", Object::toString, new String[0], (copy, value) -> copy.instant((Instant) value)),
    DATE("date", Object::toString, new String[0], (copy, value) -> copy.date((LocalDate) value)),
    TIME("time", Object::toString, new String[0], (copy, value) -> copy.time((LocalTime) value));

    private final String type;
    private final Function<Object, Object> converted;
    private final Object[] empty;
    private final BiConsumer<CopyBuffer, Object> field;

    Column(String type, Function<Object, Object> converted, Object[] empty, BiConsumer<CopyBuffer, Object> field) {
        this.type = type;
        this.converted = converted;
        this.empty = empty;
        this.field = field;
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

    void copy(Object value, CopyBuffer copy) {
        if (value == null) copy.absent();
        else field.accept(copy, value);
    }
}
