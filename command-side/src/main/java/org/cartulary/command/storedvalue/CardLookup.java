package org.cartulary.command.storedvalue;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.kernel.Reading;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.CardCodeTaken;

/** Finds a card by its code, out of the streams themselves: right at once, and nothing is recorded. */
public final class CardLookup {

    private final EventStorageEngine store;
    private final Clock clock;

    public CardLookup(EventStorageEngine store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A card as it is now.
     *
     * @param balanceMinor what is on it, in minor units of the currency
     * @param usableMinor what can be spent; nothing while it is blocked
     */
    public record Found(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            long balanceMinor,
            long usableMinor,
            boolean blocked) {}

    /**
     * Empty where no card has that code, or the card has got another one since.
     *
     * @throws org.cartulary.command.engine.LedgerUnavailable if the database does not answer
     */
    public Optional<Found> find(CardCodeHash code) {
        return Reading.of(() -> taken(code)
                .map(this::state)
                .filter(card -> code.equals(card.state().code()))
                .map(this::found));
    }

    private record Card(StoredValueId account, StoredValueState state) {}

    private Optional<StoredValueId> taken(CardCodeHash code) {
        var events = store.readEvents(StoredValueEvent.streamOf(code), 0);
        return events.hasNext()
                ? Optional.of(((CardCodeTaken) events.next().getPayload()).account())
                : Optional.empty();
    }

    private Card state(StoredValueId account) {
        var state = StoredValueState.NONE;
        var events = store.readEvents(StoredValueEvent.streamOf(account), 0);
        while (events.hasNext())
            state = state.evolve((StoredValueEvent) events.next().getPayload());
        return new Card(account, state);
    }

    private Found found(Card card) {
        var state = card.state();
        var living = state.lots().usable(clock.instant().atZone(state.zone()).toLocalDate());
        return new Found(
                card.account(), state.kind(), state.currency(), living, state.blocked() ? 0 : living, state.blocked());
    }
}
