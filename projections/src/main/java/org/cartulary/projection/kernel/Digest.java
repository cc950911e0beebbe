package org.cartulary.projection.kernel;

import java.util.List;

/**
 * What all rows of a projection come to. Two projections of the same events have the same digest, whatever the order in
 * which their rows were written.
 *
 * @param position of the last event that the tables held when this was computed; not part of the digest
 * @param sha256 over the tables' digests, in lower-case hex
 */
public record Digest(String projection, long position, String sha256, List<TableDigest> tables) {

    /**
     * One table's share.
     *
     * @param sums of the first and the second eight bytes of each row's SHA-256
     */
    public record TableDigest(String table, long rows, String sums) {}
}
