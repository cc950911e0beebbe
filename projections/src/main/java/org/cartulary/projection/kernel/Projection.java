package org.cartulary.projection.kernel;

import java.util.List;

/**
 * Read tables that follow from the ledger. They stand in a schema of the projection's name, made by the resource
 * {@code tables.sql} beside the class, in which <code>${schema}</code> stands for the schema's name.
 *
 * <p>What the tables hold follows from the events alone: never from a clock, from chance, or from where batches begin and
 * end. A rebuild therefore gives the same rows.
 */
public interface Projection {

    /** The capability word; also the name of the schema. */
    String name();

    /** Raised with every change of the tables or of what is written into them: they are then made anew. */
    int revision();

    /**
     * Writes what follows from a batch, with one statement for each table as far as possible.
     *
     * @param batch events in position order without a gap, those that this projection does not need included
     */
    void project(List<Recorded> batch, Tables tables);
}
