package org.cartulary.query.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Reads of one kind that share statements: those that are asked for while a statement is on its way wait for the next one, as
 * commands wait for the next commit. A lone read waits for nobody, and a hundred at once cost the database as much as a few.
 * Each statement begins after all of its questions were asked, so that nothing older is answered than by a read of one's own.
 */
public final class SharedReads<Q, A> {

    /** So many statements at once: the second is made and read while the first is in the database. */
    private static final int STATEMENTS = 2;

    private static final int MOST_QUESTIONS = 256;

    /** Reads all of them with one statement. */
    @FunctionalInterface
    public interface Work<Q, A> {

        /** An answer to each question, in their order. */
        At<List<A>> answers(List<Q> questions);
    }

    private final String projection;
    private final Positions positions;
    private final ReadPlaces places;
    private final Work<Q, A> work;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Turn<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;

    SharedReads(String projection, Positions positions, ReadPlaces places, Work<Q, A> work) {
        this.projection = projection;
        this.positions = positions;
        this.places = places;
        this.work = work;
    }

    /** One reader's question: he is called when it is answered, or when it is on him to read for all who wait. */
    private static final class Turn<Q, A> {

        private final Q question;
        private final CountDownLatch called = new CountDownLatch(1);
        private volatile Supplier<At<A>> answer;

        Turn(Q question) {
            this.question = question;
        }

        void call() {
            called.countDown();
        }

        void end(Supplier<At<A>> found) {
            answer = found;
            call();
        }

        boolean isAnswered() {
            return answer != null;
        }
    }

    /** @throws Refused if the projection does not reach the wanted position in time, or too many wait */
    public At<A> ask(Read read, Q question) {
        return positions.reached(projection, read.minPosition(), () -> ask(question));
    }

    private At<A> ask(Q question) {
        var mine = new Turn<Q, A>(question);
        if (!mayBegin(mine)) await(mine);
        if (!mine.isAnswered()) readFor(together(mine));
        return mine.answer.get();
    }

    private boolean mayBegin(Turn<Q, A> turn) {
        lock.lock();
        try {
            if (underWay == STATEMENTS) {
                waiting.add(turn);
                return false;
            }
            underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Until the turn is called; only as long as it waits for a statement to begin, and not for its end, patience can end. */
    private void await(Turn<Q, A> turn) {
        try {
            if (places.isCalledInTime(turn.called)) return;
            if (withdrawn(turn)) throw places.refused();
            turn.called.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            if (!withdrawn(turn) && turn.called.getCount() == 0 && !turn.isAnswered()) passOn();
            throw places.refused();
        }
    }

    private boolean withdrawn(Turn<Q, A> turn) {
        lock.lock();
        try {
            return waiting.remove(turn);
        } finally {
            lock.unlock();
        }
    }

    private List<Turn<Q, A>> together(Turn<Q, A> first) {
        var group = new ArrayList<Turn<Q, A>>();
        group.add(first);
        lock.lock();
        try {
            while (group.size() < MOST_QUESTIONS && !waiting.isEmpty()) group.add(waiting.poll());
        } finally {
            lock.unlock();
        }
        return group;
    }

    private void readFor(List<Turn<Q, A>> group) {
        try {
            var found = answers(group);
            for (int i = 0; i < group.size(); i++) {
                var answer = new At<>(found.value().get(i), found.position());
                group.get(i).end(() -> answer);
            }
        } catch (DataIntegrityViolationException unreadable) {
            group.forEach(turn -> turn.end(() -> alone(turn.question)));
        } catch (RuntimeException | Error failure) {
            for (var turn : group)
                turn.end(() -> {
                    throw failure;
                });
        }
    }

    /** The next statement begins before those who asked for this one are told. */
    private At<List<A>> answers(List<Turn<Q, A>> group) {
        try {
            return work.answers(group.stream().map(turn -> turn.question).toList());
        } finally {
            passOn();
        }
    }

    /** One whom the database can't understand must not spoil it for the others. */
    private At<A> alone(Q question) {
        return work.answers(List.of(question)).map(List::getFirst);
    }

    private void passOn() {
        lock.lock();
        try {
            var next = waiting.poll();
            if (next == null) underWay--;
            else next.call();
        } finally {
            lock.unlock();
        }
    }
}
