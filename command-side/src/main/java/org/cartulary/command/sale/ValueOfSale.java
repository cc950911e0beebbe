package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.storedvalue.StoredValuePart.InSale;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.command.storedvalue.StoredValuePart.Sold;
import org.cartulary.command.storedvalue.StoredValuePart.Spend;
import org.cartulary.command.storedvalue.StoredValueState;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.DrawnTender;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueRedeemed;

/** What a sale has to do with gift cards and stored credit: tenders that spend them, and lines that sell them. */
final class ValueOfSale {

    private final Participants<StoredValueId, StoredValueState> accounts;

    ValueOfSale(Participants<StoredValueId, StoredValueState> accounts) {
        this.accounts = accounts;
    }

    /** A line sells a gift card if and only if its product is one; then it is plain money, whole and untaxed. */
    static void check(Line line, Kind kind) {
        boolean isCard = kind == Kind.GIFT_CARD;
        require(
                isCard || line.card() == null,
                SaleRejection.CARD_ON_OTHER_PRODUCT,
                "line " + line.number() + " sells no gift card");
        if (!isCard) return;
        require(line.card() != null, SaleRejection.CARD_MISSING, "line " + line.number() + " names no account to load");
        require(
                line.stock() == null
                        && line.reservation() == null
                        && line.quantity().equals(Quantity.of(1))
                        && line.discountMinor() == 0
                        && line.taxes().isEmpty(),
                SaleRejection.GIFT_CARD_LINE_NOT_PLAIN,
                "line " + line.number() + " sells one gift card, without stock, discount or tax");
    }

    /** Else a card that expires would buy one that does not, and a coupon would become money. */
    static void requireMoney(List<SaleLine> lines, Settlement settlement) {
        long cards = lines.stream()
                .filter(line -> line.storedValue() != null)
                .mapToLong(SaleLine::grossMinor)
                .sum();
        if (cards == 0) return;
        long money = SaleTerms.total(lines)
                - settlement.tenders().stream()
                        .filter(tender -> !isMoney(tender))
                        .mapToLong(Tender::amountMinor)
                        .sum();
        require(
                cards <= money,
                SaleRejection.GIFT_CARD_NEEDS_MONEY,
                "gift cards of " + cards + " are sold, " + money + " is paid in money");
    }

    private static boolean isMoney(Tender tender) {
        return switch (tender.type()) {
            case CASH, CARD, WALLET, BANK_TRANSFER, ACCOUNT -> true;
            case GIFT_CARD, STORED_CREDIT, POINTS, COUPON, EXCHANGE -> false;
        };
    }

    /**
     * Asks each account once, in their order.
     *
     * @return the lots that the tenders take from
     */
    List<DrawnTender> ask(Posting posting, RecordSale sale, LocationRegistered location, Settlement settlement) {
        var drawn = new ArrayList<DrawnTender>();
        parts(sale, Place.of(location), settlement)
                .forEach((account, part) -> posting.ask(
                                accounts.load(account), state -> state.decide(part, Moment.ofDecision()))
                        .forEach(event -> note(event, drawn)));
        drawn.sort((one, other) -> Integer.compare(one.tender(), other.tender()));
        return drawn;
    }

    private static void note(StoredValueEvent event, List<DrawnTender> drawn) {
        if (event instanceof ValueRedeemed e) drawn.add(new DrawnTender(e.tender(), e.parts()));
    }

    private static SortedMap<StoredValueId, InSale> parts(RecordSale sale, Place place, Settlement settlement) {
        var parts = new TreeMap<StoredValueId, InSale>();
        for (var tender : settlement.tenders())
            if (kindOf(tender) != null)
                part(parts, sale, place, account(tender))
                        .spends()
                        .add(new Spend(tender.number(), kindOf(tender), tender.amountMinor()));
        for (var line : sale.lines())
            if (line.card() != null)
                part(parts, sale, place, line.card().account())
                        .loads()
                        .add(new Sold(
                                SaleTerms.amount(line, sale.currency()),
                                line.card().expiresOn()));
        return parts;
    }

    private static InSale part(SortedMap<StoredValueId, InSale> parts, RecordSale sale, Place place, StoredValueId id) {
        return parts.computeIfAbsent(
                id,
                account -> new InSale(
                        account, place, sale.sale(), new ArrayList<>(), new ArrayList<>(), sale.occurredAt()));
    }

    private static AccountKind kindOf(Tender tender) {
        return switch (tender.type()) {
            case GIFT_CARD -> AccountKind.GIFT_CARD;
            case STORED_CREDIT -> AccountKind.STORED_CREDIT;
            case CASH, CARD, WALLET, BANK_TRANSFER, ACCOUNT, POINTS, COUPON, EXCHANGE -> null;
        };
    }

    /** @throws CommandRejected if a tender that an account should pay names none */
    static void requireAccount(Tender tender) {
        if (kindOf(tender) != null) account(tender);
    }

    private static StoredValueId account(Tender tender) {
        try {
            return StoredValueId.of(tender.reference());
        } catch (IllegalArgumentException unreadable) {
            throw new CommandRejected(
                    SaleRejection.TENDER_WITHOUT_ACCOUNT,
                    "the reference of tender " + tender.number() + " is the id of its account");
        }
    }
}
