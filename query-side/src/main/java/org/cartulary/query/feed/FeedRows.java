package org.cartulary.query.feed;

import java.util.Collection;
import java.util.List;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's own rows. Positions have no hole and become visible in their order, so "after the last one looked at" misses
 * nothing.
 */
@Repository
class FeedRows {

    /** The sum is taken before the bytes are read: a page is bounded however large its events are. */
    private static final String AFTER = """
        select position, name, event
        from (select position, name, event,
                     sum(octet_length(event)) over (order by position) - octet_length(event) as before
              from (select position, name, event from ledger.event
                    where position > :after and position <= :last
                      and (cardinality(:names::text[]) = 0 or name = any(:names::text[]))
                    order by position limit :rows) r) s
        where before < :bytes
        order by position\
        """;

    private final JdbcClient database;

    FeedRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * The events after one position up to another, in their order.
     *
     * @param names only these; all where there are none
     * @param bytes of the events before the last one, at most; one event is given in any case
     */
    List<FeedEvent> after(long position, long last, Collection<String> names, int rows, long bytes) {
        return database.sql(AFTER)
                .param("after", position)
                .param("last", last)
                .param("names", names.toArray(String[]::new))
                .param("rows", rows)
                .param("bytes", bytes)
                .query(Row.to(row -> new FeedEvent(row.number("position"), row.text("name"), row.bytes("event"))))
                .list();
    }
}
