package org.cartulary.query.kernel;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * A value, and the position of the ledger up to which it holds: every event up to it counts, none after it does.
 *
 * @param position counts from 1; 0 where nothing has been projected yet
 */
public record At<T>(T value, long position) {

    /** The name of the header in which every answer states its position. */
    public static final String HEADER = "Ledger-Position";

    public <R> At<R> map(Function<T, R> change) {
        return new At<>(change.apply(value), position);
    }

    public ResponseEntity<T> answer() {
        return ResponseEntity.ok().header(HEADER, Long.toString(position)).body(value);
    }
}
