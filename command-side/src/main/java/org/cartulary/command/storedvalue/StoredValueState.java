package org.cartulary.command.storedvalue;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.storedvalue.StoredValueRejection.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.lot.Lots;
import org.cartulary.command.storedvalue.StoredValueCommand.*;
import org.cartulary.command.storedvalue.StoredValuePart.InReturn;
import org.cartulary.command.storedvalue.StoredValuePart.InSale;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.command.storedvalue.StoredValuePart.Spend;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.LoadCause;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;

/**
 * What an account of stored value knows. Its balance is the sum of its lots and never negative. Whatever is decided, lots whose
 * last day is over by the ledger's clock expire first, in the same append: the decision's time beats the sweeper.
 *
 * @param kind null where no account was opened
 * @param zone in which lots expire
 * @param code by which a card is found; null where it has none
 */
@Revision("1")
public record StoredValueState(
        AccountKind kind, CurrencyCode currency, ZoneId zone, Lots lots, boolean blocked, CardCodeHash code) {

    public static final StoredValueState NONE = new StoredValueState(null, null, null, Lots.NONE, false, null);

    /**
     * @param place of the location that the command names; null where it names none
     * @throws CommandRejected with a {@link StoredValueRejection}
     */
    public List<StoredValueEvent> decide(StoredValueCommand command, Place place, Instant now) {
        var entries = new Entries(this, command.account(), command.occurredAt(), now);
        switch (command) {
            case IssueStoredValue c -> {
                require(!isOpen(), STORED_VALUE_ALREADY_OPEN, c.account() + " exists already");
                entries.open(c.kind(), place, c.customer());
                entries.load(LoadCause.ISSUED, c.amountMinor(), c.expiresOn(), place, null, null, c.reason());
            }
            case LoadStoredValue c -> {
                requireLoadable(c.account(), place);
                entries.expire();
                entries.load(LoadCause.LOADED, c.amountMinor(), c.expiresOn(), place, null, null, c.reason());
            }
            case BlockStoredValue c -> {
                requireOpen(c.account());
                requireNotBlocked(c.account());
                entries.expire();
                entries.block(c.reason());
            }
            case UnblockStoredValue c -> {
                requireOpen(c.account());
                require(blocked, STORED_VALUE_NOT_BLOCKED, c.account() + " is not blocked");
                entries.expire();
                entries.unblock(c.reason());
            }
            case AssignCardCode c -> {
                requireOpen(c.account());
                require(kind == AccountKind.GIFT_CARD, CARD_CODE_NEEDS_GIFT_CARD, c.account() + " is a stored credit");
                entries.expire();
                entries.assign(c.code());
            }
            case ExpireStoredValue c -> {
                requireOpen(c.account());
                entries.expire();
            }
        }
        return entries.decided();
    }

    /** @throws CommandRejected with a {@link StoredValueRejection} */
    public List<StoredValueEvent> decide(StoredValuePart part, Instant now) {
        var entries = new Entries(this, part.account(), part.occurredAt(), now);
        switch (part) {
            case InSale sale -> {
                sale.spends().forEach(spend -> requireSpendable(sale, spend));
                if (!sale.loads().isEmpty()) openOr(AccountKind.GIFT_CARD, sale, entries, null);
                entries.expire();
                for (var spend : sale.spends()) entries.redeem(sale, spend);
                for (var load : sale.loads())
                    entries.load(
                            LoadCause.SOLD,
                            load.amountMinor(),
                            load.expiresOn(),
                            sale.place(),
                            sale.sale(),
                            null,
                            null);
            }
            case InReturn back -> {
                if (back.creditMinor() > 0) openOr(AccountKind.STORED_CREDIT, back, entries, back);
                entries.expire();
                for (var gift : back.backs()) entries.refund(back, gift);
                if (back.creditMinor() > 0)
                    entries.load(
                            LoadCause.RETURNED, back.creditMinor(), null, back.place(), null, back.returnId(), null);
            }
        }
        return entries.decided();
    }

    /** An account that a posting loads is of the kind that it needs, or is opened by it. */
    private void openOr(AccountKind needed, StoredValuePart part, Entries entries, InReturn credit) {
        if (!isOpen()) {
            entries.open(needed, part.place(), credit == null ? null : credit.customer());
            return;
        }
        requireKind(part.account(), needed);
        requireLoadable(part.account(), part.place());
    }

    private void requireSpendable(InSale sale, Spend spend) {
        requireOpen(sale.account());
        requireKind(sale.account(), spend.kind());
        requireCurrency(sale.account(), sale.place());
        requireNotBlocked(sale.account());
    }

    private void requireLoadable(StoredValueId account, Place place) {
        requireOpen(account);
        requireCurrency(account, place);
        requireNotBlocked(account);
    }

    private void requireOpen(StoredValueId account) {
        require(isOpen(), STORED_VALUE_UNKNOWN, "there is no account " + account);
    }

    private void requireKind(StoredValueId account, AccountKind needed) {
        require(kind == needed, STORED_VALUE_OF_OTHER_KIND, account + " is " + kind + ", not " + needed);
    }

    private void requireCurrency(StoredValueId account, Place place) {
        require(
                currency.equals(place.currency()),
                STORED_VALUE_IN_OTHER_CURRENCY,
                account + " holds " + currency + ", " + place.location() + " trades in " + place.currency());
    }

    private void requireNotBlocked(StoredValueId account) {
        require(!blocked, STORED_VALUE_BLOCKED, account + " is blocked");
    }

    /** Whether money can go back to it: it was opened and is not blocked. */
    public boolean takesRefunds() {
        return isOpen() && !blocked;
    }

    public boolean isOpen() {
        return kind != null;
    }

    public StoredValueState evolve(StoredValueEvent event) {
        return switch (event) {
            case AccountOpened e -> new StoredValueState(e.kind(), e.currency(), e.zone(), lots, blocked, code);
            case ValueLoaded e -> with(lots.open(e.lot(), e.amountMinor(), null, e.expiresOn()));
            case ValueRedeemed e -> with(lots.less(e.parts()));
            case ValueRefunded e -> with(refunded(e.parts()));
            case ValueExpired e -> with(lots.less(e.parts()));
            case AccountBlocked e -> new StoredValueState(kind, currency, zone, lots, true, code);
            case AccountUnblocked e -> new StoredValueState(kind, currency, zone, lots, false, code);
            case CardCodeAssigned e -> new StoredValueState(kind, currency, zone, lots, blocked, e.code());
            case CardCodeTaken e -> this;
        };
    }

    private Lots refunded(List<LotPart> parts) {
        var more = lots;
        for (var part : parts)
            more = part.lot() > more.last()
                    ? more.open(part.lot(), part.amount(), null, part.expiresOn())
                    : more.plus(List.of(part));
        return more;
    }

    private StoredValueState with(Lots other) {
        return new StoredValueState(kind, currency, zone, other, blocked, code);
    }
}
