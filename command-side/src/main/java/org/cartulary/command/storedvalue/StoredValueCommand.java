package org.cartulary.command.storedvalue;

import java.time.Instant;
import java.time.LocalDate;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.AccountKind;

/** What may be asked about gift cards and stored credit, beside what sales and returns do with them. */
public sealed interface StoredValueCommand extends Command {

    StoredValueId account();

    /**
     * A gift card or a credit is given without a sale, such as for goodwill.
     *
     * @param location that gives it; its zone decides when it expires
     * @param amountMinor in minor units of {@code currency}
     * @param expiresOn the last local date on which it can be spent; never expires by default
     * @param customer to whom a credit belongs, as an opaque id; may be absent
     */
    record IssueStoredValue(
            StoredValueId account,
            AccountKind kind,
            LocationId location,
            CurrencyCode currency,
            long amountMinor,
            @MayBeAbsent LocalDate expiresOn,
            @MayBeAbsent CustomerId customer,
            String reason,
            Instant occurredAt)
            implements StoredValueCommand {

        public IssueStoredValue {
            Shape.present(account, "account");
            Shape.present(kind, "kind");
            Shape.present(location, "location");
            Shape.present(currency, "currency");
            requireAmount(amountMinor);
            Shape.optionalDate(expiresOn, "expiresOn");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * More is put on an account without a sale.
     *
     * @param amountMinor in minor units of {@code currency}
     * @param expiresOn the last local date on which it can be spent; never expires by default
     */
    record LoadStoredValue(
            StoredValueId account,
            LocationId location,
            CurrencyCode currency,
            long amountMinor,
            @MayBeAbsent LocalDate expiresOn,
            String reason,
            Instant occurredAt)
            implements StoredValueCommand {

        public LoadStoredValue {
            Shape.present(account, "account");
            Shape.present(location, "location");
            Shape.present(currency, "currency");
            requireAmount(amountMinor);
            Shape.optionalDate(expiresOn, "expiresOn");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** A card is lost, or something is wrong with it: nothing is spent or loaded until it is unblocked. */
    record BlockStoredValue(StoredValueId account, String reason, Instant occurredAt) implements StoredValueCommand {

        public BlockStoredValue {
            Shape.present(account, "account");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The card was found, or whatever was wrong is settled: the account can be spent and loaded again. */
    record UnblockStoredValue(StoredValueId account, String reason, Instant occurredAt) implements StoredValueCommand {

        public UnblockStoredValue {
            Shape.present(account, "account");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * The card is found by this code from now on, and by none that it had before.
     *
     * @param code 8 to 32 letters and digits; case, spaces and hyphens do not matter. Only its keyed hash is kept
     */
    record AssignCardCode(StoredValueId account, CardCodeHash code, Instant occurredAt) implements StoredValueCommand {

        public AssignCardCode {
            Shape.present(account, "account");
            Shape.present(code, "code");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The sweeper found that the last day of a lot is over. Nothing happens where it is not. */
    record ExpireStoredValue(StoredValueId account, Instant occurredAt) implements StoredValueCommand {

        public ExpireStoredValue {
            Shape.present(account, "account");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    private static void requireAmount(long amountMinor) {
        if (Money.requireInRange(amountMinor) <= 0)
            throw new IllegalArgumentException("amountMinor is more than nothing");
    }

    private static void requireReason(String reason) {
        CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
    }
}
