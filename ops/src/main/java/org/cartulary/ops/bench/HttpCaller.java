package org.cartulary.ops.bench;

import java.util.function.Supplier;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.Caller;

/** One connection on which requests are sent, each of which must be answered with 200. */
record HttpCaller(HttpConnection connection, Supplier<byte[]> requests) implements Caller {

    static HttpCaller of(int port, Supplier<byte[]> requests) {
        return new HttpCaller(new HttpConnection(port), requests);
    }

    @Override
    public void call() {
        connection.exchange(requests.get());
    }

    @Override
    public void close() {
        connection.close();
    }
}
