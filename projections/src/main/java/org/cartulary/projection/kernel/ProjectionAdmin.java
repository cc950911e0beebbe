package org.cartulary.projection.kernel;

import java.util.List;

/** What an operator sees of the projections, and does with them. */
public interface ProjectionAdmin {

    List<ProjectionStatus> statuses();

    /**
     * Starts to fill new tables beside those that are read, and swaps them in when they have caught up. Nothing happens
     * where that is going on already.
     *
     * @throws UnknownProjectionException if there is none of that name
     */
    ProjectionStatus rebuild(String name);

    /** @throws UnknownProjectionException if there is none of that name */
    Digest digest(String name);
}
