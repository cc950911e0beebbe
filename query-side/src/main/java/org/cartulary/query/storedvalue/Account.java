package org.cartulary.query.storedvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Everywhere;
import org.cartulary.query.kernel.Personal;

/** A gift card or a stored credit. Amounts are in minor units of its currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StoredValueAccount")
public record Account(
        @Personal String account,

        @Schema(description = "GIFT_CARD or STORED_CREDIT") String kind,

        String currency,

        @Schema(description = "In which its lots expire.") String zone,

        @Schema(description = "The location that opened it.") @Everywhere
        String location,

        @Schema(description = "To whom a credit belongs; absent for cards.") @Personal
        String customer,

        boolean blocked,

        @Schema(description = "Whether a card is found by a code.")
        boolean hasCode,

        @Schema(description = "What it holds, with what has expired and is not written down yet.")
        long balanceMinor,

        @Schema(description = "When the next of its lots expires; absent where none does.")
        Instant expiresAt,

        Instant openedAt,

        @Schema(description = "Those that hold anything, those that expire first in front; absent in lists.")
        List<Lot> lots,

        @Schema(description = "The position of the last event that changed it.")
        long position) {

    /** A part of the balance with an expiry of its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoredValueLot")
    public record Lot(
            int lot,
            long amountMinor,

            @Schema(description = "The last local date on which it can be spent; absent where it never expires.")
            LocalDate expiresOn) {}

    Account with(List<Lot> lots) {
        return new Account(
                account,
                kind,
                currency,
                zone,
                location,
                customer,
                blocked,
                hasCode,
                balanceMinor,
                expiresAt,
                openedAt,
                lots,
                position);
    }
}
