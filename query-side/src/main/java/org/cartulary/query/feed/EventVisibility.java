package org.cartulary.query.feed;

/** Says who may see which event. What somebody may not see is passed over, as if his filter did not want it. */
@FunctionalInterface
public interface EventVisibility {

    /**
     * Asked for each event that leaves by the feed or a webhook, so it is to be cheap.
     *
     * @param holder the id of who asks, or who made the webhook; null where nobody had to say
     */
    boolean maySee(String holder, FeedEvent event);
}
