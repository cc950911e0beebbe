package org.cartulary.command.returns;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participant;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.returns.RefundRoutes.Due;
import org.cartulary.command.returns.RefundRoutes.Route;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.command.storedvalue.StoredValuePart.GiveBack;
import org.cartulary.command.storedvalue.StoredValuePart.InReturn;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.command.storedvalue.StoredValueState;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.TenderType;

/** What a return has to do with gift cards and stored credit: accounts get back what they had paid, and refunds become credit. */
public final class ValueOfReturn {

    private final Participants<StoredValueId, StoredValueState> accounts;

    public ValueOfReturn(Participants<StoredValueId, StoredValueState> accounts) {
        this.accounts = accounts;
    }

    /** The refund of a return without receipt, as stored credit. Nothing is asked where nothing is refunded. */
    List<Refund> credit(Posting posting, RecordReturnWithoutReceipt c, LocationRegistered location, long amountMinor) {
        if (amountMinor == 0) return List.of();
        var account = creditOf(c.credit(), c.returnId());
        var part = new InReturn(
                account, Place.of(location), c.returnId(), List.of(), amountMinor, c.customer(), c.occurredAt());
        posting.ask(accounts.load(account), state -> state.decide(part, Moment.ofDecision()));
        return List.of(new Refund(null, TenderType.STORED_CREDIT, amountMinor, account.toString()));
    }

    /**
     * Asks each account once, in their order.
     *
     * @param before the sale before this return, which knows what each tender got back earlier
     * @param netting what of it is not paid out
     * @return the refunds, each by the way that it takes
     */
    List<Refund> ask(
            Posting posting,
            RecordReturn c,
            LocationRegistered location,
            Before before,
            List<RefundedTender> refundedTenders,
            Netting netting) {
        var dues = netting.paidOut(refundedTenders, before.sale()).stream()
                .map(before::due)
                .toList();
        requireCashAllowed(c, dues);
        var routes = new RefundRoutes(c.refundAs(), creditOf(c.credit(), c.returnId()));
        var loaded = new TreeMap<StoredValueId, Participant<StoredValueState>>();
        dues.forEach(due -> routes.accountsOf(due).forEach(id -> loaded.put(id, null)));
        loaded.replaceAll((id, none) -> accounts.load(id));
        var taken = dues.stream()
                .map(due -> routes.of(due, id -> loaded.get(id).invoke(StoredValueState::takesRefunds)))
                .toList();
        loaded.forEach((id, account) -> {
            var part = part(id, c, location, before.sale(), taken);
            if (part.creditMinor() > 0 || !part.backs().isEmpty())
                posting.ask(account, state -> state.decide(part, Moment.ofDecision()));
        });
        var refunds = new ArrayList<>(RefundRoutes.inCoins(
                taken.stream().map(Route::refund).toList(),
                before.cashMinor(),
                location.cashIncrementMinor(),
                netting.isExchange()));
        refunds.addAll(netting.exchanged(refundedTenders, before.sale()));
        return refunds;
    }

    /** What is paid out in cash though it came otherwise, or is what an exchange leaves of cash; before it is rounded to coins. */
    long cash(RecordReturn c, Before before, List<RefundedTender> refunds, Netting netting) {
        return netting.paidOut(refunds, before.sale()).stream()
                .map(before::due)
                .filter(due -> RefundRoutes.isInCash(due.tender().type(), c.refundAs(), netting.isExchange()))
                .mapToLong(Due::amountMinor)
                .sum();
    }

    private static void requireCashAllowed(RecordReturn c, List<Due> dues) {
        require(
                c.refundAs() != RefundAs.CASH
                        || c.override() != null
                        || dues.stream().allMatch(due -> due.tender().type() == TenderType.CASH),
                ReturnsRejection.CASH_NEEDS_OVERRIDE,
                "what was not paid in cash goes back in cash only if somebody who may allows it");
    }

    private static InReturn part(
            StoredValueId id, RecordReturn c, LocationRegistered location, SaleRecorded sale, List<Route> taken) {
        var backs = new ArrayList<GiveBack>();
        long credit = 0;
        for (var route : taken)
            if (id.equals(route.account())) {
                if (route.parts().isEmpty())
                    credit = Math.addExact(credit, route.refund().amountMinor());
                else backs.add(new GiveBack(route.refund().tender(), route.parts()));
            }
        return new InReturn(id, Place.of(location), c.returnId(), backs, credit, sale.customer(), c.occurredAt());
    }

    private static StoredValueId creditOf(StoredValueId named, ReturnId returnId) {
        return named == null ? new StoredValueId(returnId.value()) : named;
    }
}
