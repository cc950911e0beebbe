package org.cartulary.command.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody what is durable, on a thread of its own, so that the next group is written meanwhile. */
final class GroupAnswers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAnswers.class);

    private record Durable(List<QueuedPosting> members, long firstPosition) {}

    private static final Durable END = new Durable(List.of(), 0);

    private final Memory memory;
    private final AppendListener listener;
    private final LinkedBlockingQueue<Durable> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    GroupAnswers(Memory memory, AppendListener listener) {
        this.memory = memory;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("ledger-answers").start(this::tell);
    }

    /** @param members stored, without a gap from that position on */
    void settle(List<QueuedPosting> members, long firstPosition) {
        queue.add(new Durable(members, firstPosition));
    }

    private void tell() {
        try {
            for (var next = queue.take(); next != END; next = queue.take()) tell(next);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Durable group) {
        var rows = new ArrayList<Row>(group.members().size() * 3);
        for (var member : group.members()) {
            long position = group.firstPosition() + rows.size();
            rows.addAll(member.rows());
            tell(member, new Appended(position, group.firstPosition() + rows.size() - 1));
        }
        try {
            if (!rows.isEmpty()) listener.appended(group.firstPosition(), rows);
        } catch (RuntimeException | Error failure) {
            LOG.warn("Who follows the ledger could not be told, and will read it", failure);
        }
    }

    /** Whatever happens to the memory: what is stored is answered. */
    private void tell(QueuedPosting member, Appended place) {
        try {
            memory.settle(member);
        } catch (RuntimeException | Error failure) {
            LOG.warn("What was stored could not be remembered, and will be read", failure);
        } finally {
            member.letGo();
            member.answer.complete(place);
        }
    }

    /** Returns when everybody has been told. */
    @Override
    public void close() {
        queue.add(END);
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
