package org.cartulary.command.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A posting that waits for its group, and for the answer. */
final class QueuedPosting {

    /** What a posting brings to one stream: these sequences, without a hole. */
    record Claim(long first, long last) {}

    final CompletableFuture<Appended> answer = new CompletableFuture<>();

    private final List<Row> rows;
    private final Map<String, Claim> claims;
    private final long bytes;
    private final long deadline;
    private boolean attempted;

    /**
     * @param deadline of {@link System#nanoTime()}, after which nobody waits for the answer any longer
     * @throws IllegalArgumentException if there is no row, or the rows of a stream do not count up by one
     */
    QueuedPosting(List<Row> rows, long deadline) {
        if (rows.isEmpty()) throw new IllegalArgumentException("a posting has at least one event");
        this.rows = List.copyOf(rows);
        this.claims = claims(this.rows);
        this.bytes = this.rows.stream().mapToLong(row -> row.event().length).sum();
        this.deadline = deadline;
    }

    private static Map<String, Claim> claims(List<Row> rows) {
        var claims = new LinkedHashMap<String, Claim>();
        for (var row : rows)
            claims.merge(row.stream(), new Claim(row.sequence(), row.sequence()), QueuedPosting::joined);
        return claims;
    }

    private static Claim joined(Claim claim, Claim next) {
        if (next.first() != claim.last() + 1)
            throw new IllegalArgumentException("sequence " + next.first() + " does not follow " + claim.last());
        return new Claim(claim.first(), next.last());
    }

    List<Row> rows() {
        return rows;
    }

    Map<String, Claim> claims() {
        return claims;
    }

    long bytes() {
        return bytes;
    }

    /** Whether an append of this posting ended without an answer, so that it may be stored already. */
    boolean attempted() {
        return attempted;
    }

    void markAttempted() {
        attempted = true;
    }

    boolean answered() {
        return answer.isDone();
    }

    void settle(Outcome outcome) {
        switch (outcome) {
            case Appended appended -> answer.complete(appended);
            case Outcome.Conflict conflict -> fail(new AppendConflict(conflict.stream()));
        }
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    /** How long somebody still waits for the answer; 0 where nobody does. */
    long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }

    void failIfLate(Throwable cause) {
        if (nanosLeft() == 0) fail(unanswered("the database did not answer in time", cause));
    }

    /** Says truly whether the posting may be stored. */
    LedgerUnavailable unanswered(String message, Throwable cause) {
        return attempted ? LedgerUnavailable.unknown(message, cause) : LedgerUnavailable.notStored(message);
    }
}
