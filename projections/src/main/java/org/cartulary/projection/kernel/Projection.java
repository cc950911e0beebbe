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

    /** Whether anything follows from an event of this stored name; the others are never parsed. */
    boolean needs(String event);

    /**
     * What has to be written in its order. A rebuild writes the events of one segment one after the other, and those of
     * different ones beside each other: so events of different segments never touch the same row.
     */
    default Object segment(Recorded recorded) {
        return name();
    }

    /**
     * Writes what follows from a batch, with one statement for each table as far as possible.
     *
     * @param batch the events that this projection needs, in position order; never empty
     */
    void project(List<Recorded> batch, Tables tables);
}
