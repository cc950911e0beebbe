package org.cartulary.ops.bench;

import java.nio.charset.StandardCharsets;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.Caller;

/** Bulk requests, of which every command must be accepted. */
record BulkCaller(HttpConnection connection, Requests requests) implements Caller {

    static BulkCaller of(int port, Requests requests) {
        return new BulkCaller(new HttpConnection(port), requests);
    }

    private static final String ALL = "\"accepted\":" + Requests.BULK;

    @Override
    public void call() {
        var answer = new String(connection.exchange(requests.bulk()), StandardCharsets.ISO_8859_1);
        if (!answer.contains(ALL))
            throw new IllegalStateException("not accepted: " + answer.substring(0, Math.min(1_000, answer.length())));
    }

    @Override
    public void close() {
        connection.close();
    }
}
