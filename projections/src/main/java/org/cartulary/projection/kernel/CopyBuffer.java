package org.cartulary.projection.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/**
 * Bytes of PostgreSQL's binary COPY: a header, rows that begin with the number of their fields, fields that begin with their
 * length in bytes, and a trailer. Each type looks as its receiving function at the server reads it.
 */
final class CopyBuffer {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FIRST_BYTES = 8_192;

    /** The server counts days and microseconds from the first of January 2000. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int BASE_DECIMALS = 4;
    private static final short NEGATIVE = 0x4000;

    private byte[] bytes = new byte[FIRST_BYTES];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);

    CopyBuffer() {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row. */
    void row(int fields) {
        room(Short.BYTES).putShort((short) fields);
    }

    void absent() {
        room(Integer.BYTES).putInt(-1);
    }

    void text(String value) {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        field(encoded.length).put(encoded);
    }

    void bigint(long value) {
        field(Long.BYTES).putLong(value);
    }

    void integer(int value) {
        field(Integer.BYTES).putInt(value);
    }

    void bool(boolean value) {
        field(1).put((byte) (value ? 1 : 0));
    }

    /** Microseconds, rounded as the server rounds a text. */
    void instant(Instant value) {
        long micros = Math.multiplyExact(value.getEpochSecond() - EPOCH_SECOND, 1_000_000L);
        bigint(Math.addExact(micros, (long) Math.rint(value.getNano() / 1_000.0)));
    }

    void date(LocalDate value) {
        integer(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
    }

    void time(LocalTime value) {
        bigint((long) Math.rint(value.toNanoOfDay() / 1_000.0));
    }

    /** As {@link #numeric}, of three decimals and without an object in between. */
    void thousandths(long value) {
        long units = Math.abs(value / 1_000);
        digits(5, 3, value < 0, 3);
        for (long base = 1_000_000_000_000L; base > 0; base /= 10_000) buffer.putShort((short) (units / base % 10_000));
        buffer.putShort((short) (Math.abs(value % 1_000) * 10));
    }

    /** Digits to the base of ten thousand, of which the first counts that base to the power of a weight. */
    void numeric(BigDecimal value) {
        int decimals = Math.max(0, value.scale());
        int fraction = Math.ceilDiv(decimals, BASE_DECIMALS);
        var digits = new ArrayDeque<Short>();
        for (var left = value.setScale(fraction * BASE_DECIMALS).unscaledValue().abs(); left.signum() > 0; ) {
            var divided = left.divideAndRemainder(BASE);
            digits.addFirst(divided[1].shortValue());
            left = divided[0];
        }
        digits(digits.size(), digits.size() - fraction - 1, value.signum() < 0, decimals);
        digits.forEach(buffer::putShort);
    }

    private void digits(int count, int weight, boolean negative, int decimals) {
        field(Short.BYTES * (4 + count))
                .putShort((short) count)
                .putShort((short) weight)
                .putShort(negative ? NEGATIVE : 0)
                .putShort((short) decimals);
    }

    /** Sends what it holds, with the trailer. */
    void send(CopyIn copy) throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        copy.writeToCopy(bytes, 0, buffer.position());
    }

    private ByteBuffer field(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + more));
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
        return buffer;
    }
}
