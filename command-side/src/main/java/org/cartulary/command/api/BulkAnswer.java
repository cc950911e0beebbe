package org.cartulary.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import org.cartulary.command.api.BulkApi.Outcome;
import org.cartulary.command.api.BulkApi.Outcomes;
import org.cartulary.events.json.CanonicalJson;

/**
 * The answer to a batch, written while others of its commands are still being read and decided. A thread of its own writes: most
 * clients read nothing before they have sent all, and whoever waited for them to read would never read the rest. What
 * they do not read yet is kept, which is at most the outcomes of one batch.
 */
final class BulkAnswer {

    private static final Future<Outcome> END = CompletableFuture.completedFuture(null);

    private final HttpServletResponse response;
    private final BlockingQueue<Future<Outcome>> outcomes = new LinkedBlockingQueue<>();
    private Thread writer;
    private LongSupplier position;
    private Problem stopped;
    private volatile IOException unread;

    BulkAnswer(HttpServletResponse response) {
        this.response = response;
    }

    static Outcomes whole(boolean atomic, List<Outcome> items, long position) {
        var tally = new Tally();
        items.forEach(tally::count);
        return new Outcomes(atomic, items, tally.accepted, tally.refused, tally.failed, position, null);
    }

    /** From now on the answer is 200, whatever comes. */
    void begin() {
        response.setStatus(200);
        response.setContentType(Reply.JSON);
        writer = Thread.startVirtualThread(this::write);
    }

    void add(Future<Outcome> outcome) {
        outcomes.add(outcome);
    }

    /** Whether anybody still reads it. */
    boolean isWanted() {
        return unread == null;
    }

    /**
     * No outcome follows.
     *
     * @param last the last position that is known, asked for when all are decided
     * @param why the body could not be read to its end; null where it could
     */
    void end(LongSupplier last, Problem why) {
        position = last;
        stopped = why;
        outcomes.add(END);
    }

    /** Returns when all is written. */
    void finish() throws IOException {
        try {
            writer.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (unread != null) throw unread;
    }

    private void write() {
        try {
            write(response.getOutputStream());
        } catch (IOException gone) {
            unread = gone;
        } catch (RuntimeException defect) {
            unread = new IOException("the answer could not be written to its end", defect);
        }
    }

    private void write(OutputStream out) throws IOException {
        var tally = new Tally();
        out.write("{\"atomic\":false,\"items\":[".getBytes(UTF_8));
        for (var next = next(out); next != END; next = next(out)) {
            var outcome = decided(next);
            if (!tally.isEmpty()) out.write(',');
            out.write(CanonicalJson.write(outcome));
            tally.count(outcome);
        }
        out.write(("],\"accepted\":" + tally.accepted + ",\"refused\":" + tally.refused + ",\"failed\":" + tally.failed
                        + ",\"position\":" + position.getAsLong())
                .getBytes(UTF_8));
        if (stopped != null) {
            out.write(",\"stopped\":".getBytes(UTF_8));
            out.write(CanonicalJson.write(stopped));
        }
        out.write('}');
    }

    /** The next outcome. Nobody is kept from reading those before while this one is waited for. */
    private Future<Outcome> next(OutputStream out) throws IOException {
        try {
            var next = outcomes.poll();
            if (next != null && next.isDone()) return next;
            out.flush();
            return next == null ? outcomes.take() : next;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is stopping", stopping);
        }
    }

    static Outcome decided(Future<Outcome> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", stopping);
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }

    /** How many outcomes there are of each kind. */
    private static final class Tally {

        private int accepted;
        private int refused;
        private int failed;

        void count(Outcome outcome) {
            if (outcome.isAccepted()) accepted++;
            else if (outcome.isRefused()) refused++;
            else failed++;
        }

        boolean isEmpty() {
            return accepted + refused + failed == 0;
        }
    }
}
