package org.cartulary.command.storedvalue;

import static org.cartulary.command.kernel.CommandRejected.require;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.storedvalue.StoredValueCommand.*;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.CardCodeTaken;

/** Posts what happens to a single account, without a sale or a return. */
public final class StoredValuePosting implements CommandHandling {

    private final References references;
    private final Participants<StoredValueId, StoredValueState> accounts;
    private final Births births;

    public StoredValuePosting(
            References references, Participants<StoredValueId, StoredValueState> accounts, Births births) {
        this.references = references;
        this.accounts = accounts;
        this.births = births;
    }

    @CommandHandler
    public void handle(IssueStoredValue c) {
        post(c, place(c.location(), c.currency())).record();
    }

    @CommandHandler
    public void handle(LoadStoredValue c) {
        post(c, place(c.location(), c.currency())).record();
    }

    @CommandHandler
    public void handle(BlockStoredValue c) {
        post(c, null).record();
    }

    @CommandHandler
    public void handle(UnblockStoredValue c) {
        post(c, null).record();
    }

    @CommandHandler
    public void handle(AssignCardCode c) {
        births.require(
                StoredValueEvent.streamOf(c.code()), StoredValueRejection.CARD_CODE_TAKEN, "a card with this code");
        var posting = post(c, null);
        posting.begin(births, new CardCodeTaken(c.code(), c.account(), c.occurredAt()));
        posting.record();
    }

    @CommandHandler
    public void handle(ExpireStoredValue c) {
        post(c, null).record();
    }

    private Posting post(StoredValueCommand command, Place place) {
        var posting = new Posting();
        posting.ask(accounts.load(command.account()), account -> account.decide(command, place, Moment.ofDecision()));
        return posting;
    }

    private Place place(LocationId id, CurrencyCode currency) {
        var location = references.location(id);
        require(
                location.currency().equals(currency),
                StoredValueRejection.STORED_VALUE_IN_OTHER_CURRENCY,
                id + " trades in " + location.currency());
        return Place.of(location);
    }
}
