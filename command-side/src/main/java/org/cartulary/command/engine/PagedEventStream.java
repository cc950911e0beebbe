package org.cartulary.command.engine;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** A stream that reads its next page when the last one is used up. */
final class PagedEventStream implements DomainEventStream {

    private final LongFunction<List<? extends DomainEventMessage<?>>> pages;
    private Iterator<? extends DomainEventMessage<?>> page;
    private boolean exhausted;
    private DomainEventMessage<?> ahead;
    private long nextSequence;
    private Long lastSequence;

    /** @param pages reads the page that begins at a sequence; one shorter than {@link EventReads#PAGE} is the last */
    PagedEventStream(long firstSequence, LongFunction<List<? extends DomainEventMessage<?>>> pages) {
        this.pages = pages;
        this.nextSequence = firstSequence;
        this.page = List.<DomainEventMessage<?>>of().iterator();
    }

    @Override
    public boolean hasNext() {
        if (ahead != null) return true;
        if (!page.hasNext() && !exhausted) turn();
        if (!page.hasNext()) return false;
        ahead = page.next();
        return true;
    }

    private void turn() {
        var read = pages.apply(nextSequence);
        exhausted = read.size() < EventReads.PAGE;
        page = read.iterator();
    }

    @Override
    public DomainEventMessage<?> peek() {
        if (!hasNext()) throw new NoSuchElementException();
        return ahead;
    }

    @Override
    public DomainEventMessage<?> next() {
        var next = peek();
        ahead = null;
        lastSequence = next.getSequenceNumber();
        nextSequence = lastSequence + 1;
        return next;
    }

    /** Of the last event that was taken; null before the first one. */
    @Override
    public Long getLastSequenceNumber() {
        return lastSequence;
    }
}
