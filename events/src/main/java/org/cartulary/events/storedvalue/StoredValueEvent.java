package org.cartulary.events.storedvalue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;

/**
 * What has happened to an account of stored value. Amounts are in minor units of the account's currency; business days are
 * local dates in the account's zone.
 */
public sealed interface StoredValueEvent extends LedgerEvent {

    StoredValueId account();

    @Override
    default String stream() {
        return streamOf(account());
    }

    static String streamOf(StoredValueId account) {
        return "stored-value/" + account;
    }

    static String streamOf(CardCodeHash code) {
        return "card-code/" + code;
    }

    /**
     * There is an account now; nothing is on it yet.
     *
     * @param zone in which its lots expire, that of the location that opened it
     * @param customer to whom the credit belongs; absent for cards, which belong to whoever holds them
     */
    record AccountOpened(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            ZoneId zone,
            LocationId location,
            @MayBeAbsent CustomerId customer,
            LocalDate businessDay,
            Instant occurredAt)
            implements StoredValueEvent {}

    /**
     * Money was put on the account, as a lot of its own.
     *
     * @param lot counts from 1 within the account
     * @param expiresOn the last local date on which it can be spent; absent where it never expires
     * @param sale whose line sold it; absent otherwise
     * @param returnId whose refund it is; absent otherwise
     * @param reason why it was given; absent where a sale or a return says so
     * @param balanceMinor what the account holds afterwards
     */
    record ValueLoaded(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            LoadCause cause,
            int lot,
            long amountMinor,
            @MayBeAbsent LocalDate expiresOn,
            LocationId location,
            @MayBeAbsent SaleId sale,
            @MayBeAbsent ReturnId returnId,
            @MayBeAbsent String reason,
            long balanceMinor,
            LocalDate businessDay,
            Instant occurredAt)
            implements StoredValueEvent {}

    /**
     * A tender of a sale was paid from the account.
     *
     * @param tender its number within the sale
     * @param parts from which lots, those that expire first in front
     * @param amountMinor the sum of the parts
     * @param balanceMinor what the account holds afterwards
     */
    record ValueRedeemed(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            LocationId location,
            SaleId sale,
            int tender,
            List<LotPart> parts,
            long amountMinor,
            long balanceMinor,
            LocalDate businessDay,
            Instant occurredAt)
            implements StoredValueEvent {

        public ValueRedeemed {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * What a tender had taken is on the account again, in the very lots. What came from a lot that has expired meanwhile is a
     * new lot that never expires, because money that is refunded must be worth something.
     *
     * @param tender its number within the sale
     * @param parts to which lots; a number that the account has not had yet is a new lot
     * @param amountMinor the sum of the parts
     * @param balanceMinor what the account holds afterwards
     */
    record ValueRefunded(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            LocationId location,
            ReturnId returnId,
            int tender,
            List<LotPart> parts,
            long amountMinor,
            long balanceMinor,
            LocalDate businessDay,
            Instant occurredAt)
            implements StoredValueEvent {

        public ValueRefunded {
            parts = Shape.listOf(parts);
        }
    }

    /**
     * The last day of lots was over at that local midnight.
     *
     * @param parts all that was left of them
     * @param amountMinor the sum of the parts
     * @param balanceMinor what the account holds afterwards
     */
    record ValueExpired(
            StoredValueId account,
            AccountKind kind,
            CurrencyCode currency,
            List<LotPart> parts,
            long amountMinor,
            long balanceMinor,
            LocalDate businessDay,
            Instant occurredAt)
            implements StoredValueEvent {

        public ValueExpired {
            parts = Shape.listOf(parts);
        }
    }

    /** Nothing can be spent or loaded until it is unblocked; what is on the account stays, and expires in its time. */
    record AccountBlocked(StoredValueId account, String reason, LocalDate businessDay, Instant occurredAt)
            implements StoredValueEvent {}

    /** The account can be spent and loaded again. */
    record AccountUnblocked(StoredValueId account, String reason, LocalDate businessDay, Instant occurredAt)
            implements StoredValueEvent {}

    /** The card is found by this code from now on, and by none that it had before. */
    record CardCodeAssigned(StoredValueId account, CardCodeHash code, LocalDate businessDay, Instant occurredAt)
            implements StoredValueEvent {}

    /** The code names this card, and no other for ever. */
    record CardCodeTaken(CardCodeHash code, StoredValueId account, Instant occurredAt) implements StoredValueEvent {

        @Override
        public String stream() {
            return streamOf(code);
        }
    }
}
