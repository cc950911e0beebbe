package org.cartulary.ops.bench;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.ops.bench.loop.Callers;

/**
 * Customers for loads that last: a thousand at a time, each of whom buys about ten times, and then the next thousand. Nobody
 * buys ten thousand times, and an account that has as many lots of points would be measured instead of the ledger.
 */
final class Generations implements Supplier<CustomerId> {

    private static final int PURCHASES = 10 * Assortment.CUSTOMERS;

    private final MeasuredService service;
    private final int first;
    private final AtomicLong purchases = new AtomicLong();
    private final Set<Long> enrolled = ConcurrentHashMap.newKeySet();
    private final ReentrantLock enrolling = new ReentrantLock();

    Generations(MeasuredService service) {
        this.service = service;
        // A later run on the same ledger has others.
        this.first = Math.toIntExact(Assortment.CUSTOMERS + service.events());
    }

    @Override
    public CustomerId get() {
        long generation = purchases.getAndIncrement() / PURCHASES;
        int from = Math.toIntExact(first + generation * Assortment.CUSTOMERS);
        if (!enrolled.contains(generation)) enrol(generation, from);
        return Assortment.customer(from + ThreadLocalRandom.current().nextInt(Assortment.CUSTOMERS));
    }

    private void enrol(long generation, int from) {
        enrolling.lock();
        try {
            if (enrolled.contains(generation)) return;
            Callers.forEach(MeasuredService.PREPARING, Assortment.enrolments(from), service::prepare);
            enrolled.add(generation);
        } finally {
            enrolling.unlock();
        }
    }
}
