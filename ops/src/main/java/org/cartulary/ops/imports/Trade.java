package org.cartulary.ops.imports;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The trade that files hold, as commands. It is known after a first reading, and every reading of the same files plans the
 * same commands in the same order.
 */
public interface Trade {

    /** All rows of the file, those that make no sense included. */
    long rows();

    /** How much it is, such as "37 rows, 20 invoices". */
    String extent();

    /** Locations and products, which all trade refers to. */
    List<Step> registrations();

    /** What the shelves begin with. */
    List<Step> openingStock();

    /**
     * Reads the files and plans their trade.
     *
     * @param steps is given each command, in the order in which they are to take effect
     * @param refused is given each row without a command
     * @param read is given each row that makes sense, when it has been read
     */
    void plan(Consumer<Step> steps, Consumer<RefusedRow> refused, Consumer<FileRow> read);

    /**
     * What the files say, by another reading, beside what the read tables say.
     *
     * @param tables when all projections have followed
     * @param rejects the rows that the ledger does not hold
     */
    Comparison compare(DataSource tables, Rejects rejects);
}
