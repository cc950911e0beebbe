package org.cartulary.command.storedvalue;

import static org.cartulary.command.Examples.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.command.TestLedger;
import org.cartulary.command.sale.SaleCommand.CardLoad;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.storedvalue.StoredValueCommand.BlockStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.IssueStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.LoadStoredValue;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;

/** Puts what concerns gift cards and credits together for the tests. What is not said is what a card of Lisbon has. */
public final class Cards {

    public static final Sku GIFT_CARD = Sku.of("GIFT-CARD");
    public static final LocalDate TODAY =
            NOON.atZone(ZoneId.of("Europe/Lisbon")).toLocalDate();

    private Cards() {}

    public static StoredValueId account() {
        return new StoredValueId(Uuid7.random());
    }

    public static IssueStoredValue card(StoredValueId account, long amountMinor, LocalDate expiresOn) {
        return new IssueStoredValue(
                account, AccountKind.GIFT_CARD, LISBON, EUR, amountMinor, expiresOn, null, "raffle", NOON);
    }

    public static IssueStoredValue credit(StoredValueId account, long amountMinor) {
        return new IssueStoredValue(
                account,
                AccountKind.STORED_CREDIT,
                LISBON,
                EUR,
                amountMinor,
                null,
                CustomerId.of("C-1"),
                "goodwill",
                NOON);
    }

    public static LoadStoredValue load(StoredValueId account, long amountMinor, LocalDate expiresOn) {
        return new LoadStoredValue(account, LISBON, EUR, amountMinor, expiresOn, "goodwill", NOON);
    }

    public static BlockStoredValue block(StoredValueId account) {
        return new BlockStoredValue(account, "lost", NOON);
    }

    public static Tender tender(int number, TenderType type, long amountMinor, StoredValueId account) {
        return new Tender(number, type, amountMinor, account.toString(), null);
    }

    /** A line that sells a gift card. */
    public static Line line(int number, String price, StoredValueId account, LocalDate expiresOn) {
        return new Line(
                number,
                GIFT_CARD,
                null,
                null,
                Quantity.of(1),
                UnitPrice.of(price),
                0,
                0,
                List.of(),
                null,
                new CardLoad(account, expiresOn));
    }

    /** What the account's own events add up to, each of which must agree with the balance that it states. */
    public static long balance(TestLedger shop, StoredValueId account) {
        long balance = 0;
        for (var event : shop.stream(StoredValueEvent.streamOf(account))) {
            balance += change((StoredValueEvent) event);
            long stated = stated((StoredValueEvent) event, balance);
            if (stated != balance || balance < 0)
                throw new AssertionError(event + " states " + stated + ", the events come to " + balance);
        }
        return balance;
    }

    private static long change(StoredValueEvent event) {
        return switch (event) {
            case ValueLoaded e -> e.amountMinor();
            case ValueRedeemed e -> -e.amountMinor();
            case ValueRefunded e -> e.amountMinor();
            case ValueExpired e -> -e.amountMinor();
            case AccountOpened e -> 0;
            case AccountBlocked e -> 0;
            case AccountUnblocked e -> 0;
            case CardCodeAssigned e -> 0;
            case CardCodeTaken e -> 0;
        };
    }

    private static long stated(StoredValueEvent event, long otherwise) {
        return switch (event) {
            case ValueLoaded e -> e.balanceMinor();
            case ValueRedeemed e -> e.balanceMinor();
            case ValueRefunded e -> e.balanceMinor();
            case ValueExpired e -> e.balanceMinor();
            case AccountOpened e -> otherwise;
            case AccountBlocked e -> otherwise;
            case AccountUnblocked e -> otherwise;
            case CardCodeAssigned e -> otherwise;
            case CardCodeTaken e -> otherwise;
        };
    }
}
