package org.cartulary.command.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.cartulary.command.engine.AppendConflict;
import org.cartulary.command.engine.Touch;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.Uuid7;

/**
 * One decision in the making: on which states it stands, and what it has recorded so far. It lives as long as the unit of work
 * on the bus, and ends as one posting.
 */
final class Work {

    private static final String KEY = Work.class.getName();

    /**
     * One event as it will be stored.
     *
     * @param by whose command caused it
     */
    record Noted(LedgerEvent event, long sequence, UUID id, Request by) {}

    private final Map<String, Participant<?>> participants = new LinkedHashMap<>();
    private final Map<String, Long> unbegun = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final Map<String, List<LedgerEvent>> begun = new HashMap<>();
    private final List<Noted> noted = new ArrayList<>();
    private final Instant now;
    private final boolean looks;
    private Request request;

    private Work(Instant now, boolean looks) {
        this.now = now;
        this.looks = looks;
    }

    /** @param looks whether it looks in the ledger for what it would else take for granted until the append */
    static Work begin(UnitOfWork<?> unit, Instant now, boolean looks) {
        var work = new Work(now, looks);
        unit.resources().put(KEY, work);
        return work;
    }

    /** @throws IllegalStateException if nothing is being decided */
    static Work current() {
        Work work = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(KEY) : null;
        if (work == null) throw new IllegalStateException("nothing is being decided");
        return work;
    }

    Instant now() {
        return now;
    }

    boolean looks() {
        return looks;
    }

    /** Whose command is being decided; of an atomic batch one after the other. */
    void decides(Request one) {
        request = one;
    }

    Request request() {
        return request;
    }

    @SuppressWarnings("unchecked")
    <S> Participant<S> participant(String stream, Kind<?, S, ?> kind, States states) {
        var known = participants.get(stream);
        if (known != null) return (Participant<S>) known;
        var participant = new Participant<>(stream, kind, states.recall(stream, kind));
        if (unbegun.containsKey(stream)) requireWithoutHistory(participant);
        participant.applyAll(recorded(stream));
        participants.put(stream, participant);
        return participant;
    }

    /** What was to begin without a look exists already. */
    private static void requireWithoutHistory(Participant<?> participant) {
        if (participant.base().sequence() >= 0) throw AppendConflict.of(participant.stream());
    }

    /** Whether the stream has begun, as far as this decision has seen or done. */
    boolean hasBegun(String stream) {
        var participant = participants.get(stream);
        return begun.containsKey(stream) || participant != null && participant.hasHistory();
    }

    /** The decision stands on the stream not having begun. */
    void requireUnbegun(String stream) {
        required.add(stream);
        unbegun.putIfAbsent(stream, -1L);
    }

    /** The first event of its stream. */
    void begin(LedgerEvent event) {
        unbegun.put(event.stream(), 0L);
        var participant = participants.get(event.stream());
        if (participant != null) {
            requireWithoutHistory(participant);
            participant.apply(event);
        }
        begun.computeIfAbsent(event.stream(), none -> new ArrayList<>(1)).add(event);
        note(event, 0);
    }

    void apply(Participant<?> participant, List<? extends LedgerEvent> events) {
        for (var event : events) note(event, participant.apply(event));
    }

    private void note(LedgerEvent event, long sequence) {
        noted.add(new Noted(event, sequence, Uuid7.random(), request));
    }

    /** What it has recorded so far, in the order in which it will be stored. */
    List<Noted> noted() {
        return noted;
    }

    /** Events of streams that this decision has begun. */
    List<LedgerEvent> recorded(String stream) {
        return begun.getOrDefault(stream, List.of());
    }

    /** Nothing of it shall be recorded; what it has seen, it has seen. */
    void undo() {
        noted.clear();
        begun.clear();
        participants.values().forEach(Participant::undo);
        unbegun.keySet().retainAll(required);
        unbegun.replaceAll((stream, last) -> -1L);
    }

    /** Everything that it stands on and writes. */
    List<Touch> touches() {
        var touches = new ArrayList<Touch>(participants.size() + unbegun.size());
        for (var participant : participants.values()) touches.add(participant.touch());
        unbegun.forEach((stream, last) -> {
            if (!participants.containsKey(stream)) touches.add(Touch.unbegun(stream, last));
        });
        return touches;
    }
}
