package org.cartulary.ops.bench.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Callers beside each other, each on a virtual thread; all stop when one fails. */
public final class Callers {

    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Does something with each of them, by so many callers. @throws RuntimeException the first failure of any of them */
    public static <T> void forEach(int count, Collection<T> all, Consumer<T> task) {
        var left = new ConcurrentLinkedQueue<>(all);
        var callers = new Callers();
        callers.run(count, () -> () -> {}, caller -> {
            for (var one = left.poll(); one != null && callers.goOn(); one = left.poll()) task.accept(one);
        });
    }

    /** Returns when all have ended. @throws RuntimeException the first failure of any of them */
    public void run(int count, Supplier<? extends Caller> supplier, Consumer<Caller> task) {
        var callers = new ArrayList<Caller>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) callers.add(supplier.get());
            for (var caller : callers) threads.submit(() -> attempt(caller, task));
        } finally {
            callers.forEach(Caller::close);
        }
        if (failure.get() != null) throw failure.get();
    }

    /** Whether nobody has failed yet; asked between calls. */
    public boolean goOn() {
        return failure.get() == null;
    }

    private void attempt(Caller caller, Consumer<Caller> task) {
        try {
            task.accept(caller);
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
        } catch (Error defect) {
            failure.compareAndSet(null, new IllegalStateException(defect));
        }
    }
}
