package org.cartulary.command.storedvalue;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.storedvalue.StoredValueRejection.NOT_ENOUGH_STORED_VALUE;
import static org.cartulary.command.storedvalue.StoredValueRejection.STORED_VALUE_ALREADY_EXPIRED;
import static org.cartulary.command.storedvalue.StoredValueRejection.STORED_VALUE_TOO_HIGH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.command.lot.Lots;
import org.cartulary.command.storedvalue.StoredValuePart.GiveBack;
import org.cartulary.command.storedvalue.StoredValuePart.InReturn;
import org.cartulary.command.storedvalue.StoredValuePart.InSale;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.command.storedvalue.StoredValuePart.Spend;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.LoadCause;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;

/**
 * The entries of one decision on one account, each of which finds what those before it left: two tenders on one card never
 * count the same money. Lives no longer than the decision.
 */
final class Entries {

    private final List<StoredValueEvent> decided = new ArrayList<>();
    private final StoredValueId account;
    private final Instant occurredAt;
    private final Instant now;
    private StoredValueState state;

    /** @param now by the ledger's clock, which alone says what has expired */
    Entries(StoredValueState state, StoredValueId account, Instant occurredAt, Instant now) {
        this.state = state;
        this.account = account;
        this.occurredAt = occurredAt;
        this.now = now;
    }

    List<StoredValueEvent> decided() {
        return List.copyOf(decided);
    }

    void open(AccountKind kind, Place place, CustomerId customer) {
        var day = occurredAt.atZone(place.zone()).toLocalDate();
        var owner = kind == AccountKind.GIFT_CARD ? null : customer;
        add(new AccountOpened(account, kind, place.currency(), place.zone(), place.location(), owner, day, occurredAt));
    }

    void load(
            LoadCause cause,
            long amountMinor,
            LocalDate expiresOn,
            Place place,
            SaleId sale,
            ReturnId returnId,
            String reason) {
        require(
                expiresOn == null || !expiresOn.isBefore(today()),
                STORED_VALUE_ALREADY_EXPIRED,
                "it could be spent until " + expiresOn);
        add(new ValueLoaded(
                account,
                state.kind(),
                state.currency(),
                cause,
                state.lots().next(),
                amountMinor,
                expiresOn,
                place.location(),
                sale,
                returnId,
                reason,
                balanceWith(amountMinor),
                businessDay(),
                occurredAt));
    }

    void redeem(InSale sale, Spend spend) {
        if (spend.amountMinor() == 0) return;
        long usable = state.lots().usable(today());
        require(
                spend.amountMinor() <= usable,
                NOT_ENOUGH_STORED_VALUE,
                "tender " + spend.tender() + " takes " + spend.amountMinor() + ", " + account + " holds " + usable);
        add(new ValueRedeemed(
                account,
                state.kind(),
                state.currency(),
                sale.place().location(),
                sale.sale(),
                spend.tender(),
                state.lots().spend(spend.amountMinor(), today()),
                spend.amountMinor(),
                balanceWith(-spend.amountMinor()),
                businessDay(),
                occurredAt));
    }

    void refund(InReturn part, GiveBack back) {
        var parts = living(back.parts());
        long amount = parts.stream().mapToLong(LotPart::amount).sum();
        add(new ValueRefunded(
                account,
                state.kind(),
                state.currency(),
                part.place().location(),
                part.returnId(),
                back.tender(),
                parts,
                amount,
                balanceWith(amount),
                businessDay(),
                occurredAt));
    }

    /** What came from lots that have expired meanwhile is one new lot, which never expires. */
    private List<LotPart> living(List<LotPart> parts) {
        var living = new ArrayList<LotPart>();
        long expired = 0;
        for (var part : parts)
            if (Lots.isOver(part.expiresOn(), today())) expired += part.amount();
            else living.add(part);
        if (expired > 0) living.add(new LotPart(state.lots().next(), expired, null));
        return living;
    }

    /** One entry for each day on which lots expired, as of the local midnight after it. */
    void expire() {
        if (!state.isOpen()) return;
        var byDay = new TreeMap<LocalDate, List<LotPart>>();
        for (var part : state.lots().expired(today()))
            byDay.computeIfAbsent(part.expiresOn(), none -> new ArrayList<>()).add(part);
        byDay.forEach((last, parts) -> {
            long amount = parts.stream().mapToLong(LotPart::amount).sum();
            var day = last.plusDays(1);
            add(new ValueExpired(
                    account,
                    state.kind(),
                    state.currency(),
                    parts,
                    amount,
                    balanceWith(-amount),
                    day,
                    day.atStartOfDay(state.zone()).toInstant()));
        });
    }

    void block(String reason) {
        add(new AccountBlocked(account, reason, businessDay(), occurredAt));
    }

    void unblock(String reason) {
        add(new AccountUnblocked(account, reason, businessDay(), occurredAt));
    }

    void assign(CardCodeHash code) {
        add(new CardCodeAssigned(account, code, businessDay(), occurredAt));
    }

    private long balanceWith(long changeMinor) {
        long balance = Math.addExact(state.lots().balance(), changeMinor);
        require(balance <= Money.MAX_MINOR, STORED_VALUE_TOO_HIGH, account + " would hold " + balance);
        return balance;
    }

    private LocalDate today() {
        return now.atZone(state.zone()).toLocalDate();
    }

    private LocalDate businessDay() {
        return occurredAt.atZone(state.zone()).toLocalDate();
    }

    private void add(StoredValueEvent event) {
        decided.add(event);
        state = state.evolve(event);
    }
}
