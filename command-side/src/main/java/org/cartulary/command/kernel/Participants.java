package org.cartulary.command.kernel;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The aggregates of one kind, loaded by what identifies them. One without history is loaded empty, so that its state can
 * refuse in its own words. Whoever loads several loads them in their natural order, so that two postings never wait in a
 * circle.
 */
public final class Participants<I, A> {

    private final Repository<A> repository;
    private final Function<I, A> empty;
    private final Function<I, String> stream;

    public Participants(Repository<A> repository, Function<I, A> empty, Function<I, String> stream) {
        this.repository = repository;
        this.empty = empty;
        this.stream = stream;
    }

    public Aggregate<A> load(I id) {
        Callable<A> first = () -> empty.apply(id);
        try {
            var aggregate = repository.loadOrCreate(stream.apply(id), first);
            Premises.current().loaded(stream.apply(id), aggregate.version());
            return aggregate;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("could not load " + stream.apply(id), failure);
        }
    }
}
