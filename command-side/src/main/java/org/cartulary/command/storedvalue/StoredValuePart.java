package org.cartulary.command.storedvalue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;

/** An account's part in a posting of another capability: all that the posting wants of it, asked once. */
public sealed interface StoredValuePart {

    StoredValueId account();

    /** The location that trades, with what an account that it opens takes over from it. */
    Place place();

    Instant occurredAt();

    /** Where something happens to an account, and in which currency. */
    record Place(LocationId location, CurrencyCode currency, ZoneId zone) {

        public static Place of(LocationRegistered location) {
            return new Place(location.location(), location.currency(), location.zone());
        }
    }

    /**
     * Tenders of a sale are paid from the account, and then lines of the sale load it. A card that is only being sold pays
     * for nothing yet.
     *
     * @param spends in the order of the tenders
     */
    record InSale(
            StoredValueId account, Place place, SaleId sale, List<Spend> spends, List<Sold> loads, Instant occurredAt)
            implements StoredValuePart {}

    /** @param amountMinor what the tender takes, in minor units */
    record Spend(int tender, AccountKind kind, long amountMinor) {}

    /** @param expiresOn the last local date on which it can be spent; absent where it never expires */
    record Sold(long amountMinor, LocalDate expiresOn) {}

    /**
     * Tenders that the account had paid get back what they had taken, and the account is loaded with what becomes stored credit.
     *
     * @param creditMinor in minor units; none where it is zero
     * @param customer to whom a credit belongs that is opened by it; may be absent
     */
    record InReturn(
            StoredValueId account,
            Place place,
            ReturnId returnId,
            List<GiveBack> backs,
            long creditMinor,
            CustomerId customer,
            Instant occurredAt)
            implements StoredValuePart {}

    /** @param parts what the tender had taken from which lots, as far as it goes back now */
    record GiveBack(int tender, List<LotPart> parts) {}
}
