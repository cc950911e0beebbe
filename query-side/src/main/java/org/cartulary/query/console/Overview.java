package org.cartulary.query.console;

import java.util.List;

/**
 * All that the page shows. A part that can't be read is empty, since the page is also for those who want to know why.
 *
 * @param reachable whether the ledger can be read at all
 * @param search the beginning of the SKUs that are asked for; empty for the first ones
 */
record Overview(
        Service service,
        boolean reachable,
        long head,
        List<Follower> projections,
        List<BarChart> charts,
        String search,
        List<Stock> stock,
        List<Load> road,
        List<Points> points,
        List<Line> events) {

    public boolean isEmpty() {
        return reachable && head == 0;
    }

    public String position() {
        return reachable ? Amounts.count(head) : "unknown";
    }

    /** What runs. */
    record Service(String version, String database, String since) {}

    /** A projection and how many events it is behind. */
    record Follower(String name, String position, String lag, boolean behind) {}

    /** One SKU over all locations. */
    record Stock(String sku, String name, String onHand, String reserved, String available, List<Shelf> shelves) {}

    /** One SKU at one location. */
    record Shelf(String location, String available) {}

    /** What one transfer has on the road. */
    record Load(String transfer, String source, String destination, String units, String age) {}

    /** One entry of a points account. */
    record Points(String programme, String customer, String kind, String change, String balance, String tier) {}

    /** One event in words. */
    record Line(long position, String recordedAt, String name, String says, String by) {}
}
