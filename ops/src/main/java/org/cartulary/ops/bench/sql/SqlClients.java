package org.cartulary.ops.bench.sql;

import java.time.Duration;
import org.cartulary.ops.bench.loop.Measured;

/** Clients of the database, each with a connection of its own and one statement on its way. */
public interface SqlClients {

    /** What they are, for the reader of the table. */
    String name();

    /** @param warmUp of which nothing is counted */
    Measured run(SqlCall call, int clients, Duration warmUp, Duration time);
}
