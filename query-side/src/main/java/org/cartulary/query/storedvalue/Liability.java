package org.cartulary.query.storedvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.LocalDate;

/** What is owed on one day: {@code closing = opening + sold + issued + refunded - redeemed - expired}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StoredValueLiability")
public record Liability(
        @Schema(description = "A local date in the zones of the accounts.")
        LocalDate businessDay,

        String kind,
        String currency,
        BigInteger openingMinor,

        @Schema(description = "By lines of sales.") BigInteger soldMinor,

        @Schema(description = "Given without a sale.") BigInteger issuedMinor,

        @Schema(description = "Given back or credited by returns.")
        BigInteger refundedMinor,

        @Schema(description = "Paid with, by tenders of sales.")
        BigInteger redeemedMinor,

        BigInteger expiredMinor,
        BigInteger closingMinor,

        @Schema(description = "How many entries the day has, which the list of entries shows.")
        int entries,

        @Schema(description = "The position of the day's first entry; absent on a day without one.")
        Long firstPosition,

        @Schema(description = "The position of the day's last entry; absent on a day without one.")
        Long lastPosition) {}
