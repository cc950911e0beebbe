package org.cartulary.command.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Postings that were taken from the queue and had to wait for another group. Used by the writer's thread only. */
final class Backlog {

    private final GroupLimits limits;
    private Deque<QueuedPosting> waiting = new ArrayDeque<>();

    Backlog(GroupLimits limits) {
        this.limits = limits;
    }

    void add(QueuedPosting posting) {
        waiting.add(posting);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next group, from what waits and then from the queue, which gives null when it is empty. */
    Group fill(Supplier<QueuedPosting> queue) {
        var group = new Group(limits);
        var before = waiting;
        waiting = new ArrayDeque<>();
        var held = new HashSet<String>();
        while (waiting.size() < limits.postings()) {
            var posting = before.isEmpty() ? queue.get() : before.poll();
            if (posting == null) break;
            if (posting.answered()) continue;
            if (!group.hasRoomFor(posting)) {
                waiting.add(posting);
                break;
            }
            if (group.continuedBy(posting) && !touches(posting, held)) group.add(posting);
            else hold(posting, held);
        }
        waiting.addAll(before);
        return group;
    }

    /** Nobody overtakes a waiting posting in one of its streams. */
    private static boolean touches(QueuedPosting posting, Set<String> held) {
        return !held.isEmpty() && posting.claims().keySet().stream().anyMatch(held::contains);
    }

    private void hold(QueuedPosting posting, Set<String> held) {
        waiting.add(posting);
        held.addAll(posting.claims().keySet());
    }

    /**
     * Whoever waited to write what the group has now stored has lost, and need not wait for a group to hear it.
     *
     * @return how many they were
     */
    int answerLosersAgainst(Group group) {
        if (waiting.isEmpty()) return 0;
        var stored = new HashMap<String, Long>();
        for (var member : group.members())
            if (!member.answer.isCompletedExceptionally())
                member.claims().forEach((stream, claim) -> stored.merge(stream, claim.last(), Math::max));
        int before = waiting.size();
        waiting.removeIf(posting -> loses(posting, stored));
        return before - waiting.size();
    }

    private static boolean loses(QueuedPosting posting, Map<String, Long> stored) {
        for (var claim : posting.claims().entrySet()) {
            var end = stored.get(claim.getKey());
            if (end == null || claim.getValue().first() > end) continue;
            posting.settle(new Outcome.Conflict(claim.getKey()));
            return true;
        }
        return false;
    }
}
