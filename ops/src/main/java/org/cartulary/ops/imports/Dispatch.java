package org.cartulary.ops.imports;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.cartulary.command.engine.LedgerFailure;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.CommandInFlight;
import org.cartulary.command.kernel.KeyReused;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.LedgerBusy;
import org.springframework.dao.DataAccessException;

/** Sends commands as a channel would, many at once, since those that wait together share one commit. */
final class Dispatch {

    /** How long a ledger that does not answer is asked again. Keys make that safe: what it did, it does not do twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final BiConsumer<Step, Answer> answers;
    private final int most;
    private final Semaphore places;
    private final StepOrder order = new StepOrder();
    private volatile RuntimeException failure;

    /**
     * @param most commands in flight
     * @param answers is given each answer, by several threads
     */
    Dispatch(Ledger ledger, int most, BiConsumer<Step, Answer> answers) {
        this.ledger = ledger;
        this.most = most;
        this.places = new Semaphore(most);
        this.answers = answers;
    }

    /** Returns when there is a place for the command, not when it is answered. To be called by one thread. */
    void send(Step step) {
        requireNoFailure();
        places.acquireUninterruptibly();
        var answered = new CompletableFuture<Void>();
        var before = order.place(step, answered);
        Thread.ofVirtual().name("import-", 0).start(() -> run(step, before, answered));
    }

    /** Waits until everything sent has been answered. */
    void drain() {
        places.acquireUninterruptibly(most);
        places.release(most);
        requireNoFailure();
    }

    private void requireNoFailure() {
        if (failure != null) throw failure;
    }

    private void run(Step step, CompletableFuture<Void> before, CompletableFuture<Void> answered) {
        try {
            before.join();
            if (failure == null) answers.accept(step, submit(step));
        } catch (RuntimeException first) {
            failure = first;
        } finally {
            answered.complete(null);
            places.release();
        }
    }

    private Answer submit(Step step) {
        long started = System.nanoTime();
        while (true) {
            try {
                return ledger.submit(step.sender(), step.command());
            } catch (KeyReused other) {
                throw ImportStopped.anotherFile(step);
            } catch (RuntimeException noAnswer) {
                if (!mayPass(noAnswer)) throw noAnswer;
                if (System.nanoTime() - started > PATIENCE.toNanos()) throw ImportStopped.noAnswer(noAnswer);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean mayPass(Throwable failure) {
        if (failure instanceof LedgerFailure
                || failure instanceof LedgerBusy
                || failure instanceof CommandInFlight
                || failure instanceof DataAccessException
                || failure instanceof SQLException) return true;
        return failure.getCause() != null && failure.getCause() != failure && mayPass(failure.getCause());
    }
}
