package org.cartulary.query.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * How a caller wants to read.
 *
 * @param minPosition the position that the answer must include; 0 where any will do
 * @param limit most items of a page
 * @param cursor where the page before ended; null for the first one
 * @param after only what stands after this position; 0 for all
 * @param newestFirst whether positions descend
 * @param query all that decides which rows are listed, to which cursors are bound
 * @param sight what the caller may see
 */
public record Read(
        long minPosition, int limit, Cursor cursor, long after, boolean newestFirst, String query, Sight sight) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MOST = 1_000;

    /** A read of whatever is there now, by the service itself. */
    public static Read now() {
        return new Read(0, DEFAULT_LIMIT, null, 0, false, "", Sight.ALL);
    }

    /** One more than the page takes, to know whether there is another. */
    public int fetch() {
        return limit + 1;
    }

    /** The text key after which the page begins; the empty text stands before every other. */
    public String keyAfter(int index) {
        return cursor == null ? "" : cursor.text(index);
    }

    /** The numeric key after which an ascending page begins, or before which a descending one does. */
    public long numberAfter(int index) {
        if (cursor != null) return cursor.number(index);
        return newestFirst ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** @param rows at most {@link #fetch()} of them */
    public <T> At<Page<T>> page(At<List<T>> rows, Function<T, List<?>> keys) {
        boolean more = rows.value().size() > limit;
        var items = more ? rows.value().subList(0, limit) : rows.value();
        var next = more ? Cursor.at(keys.apply(items.getLast())).encode(query) : null;
        return rows.map(all -> new Page<>(List.copyOf(items), next, rows.position()));
    }
}
