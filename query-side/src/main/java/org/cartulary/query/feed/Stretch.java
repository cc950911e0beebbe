package org.cartulary.query.feed;

import java.util.List;

/**
 * A stretch of the ledger, looked through for somebody.
 *
 * @param events those that he wants and may see, in position order
 * @param lookedAt up to which position; the next stretch begins behind it, whatever this one held
 */
public record Stretch(List<FeedEvent> events, long lookedAt) {}
