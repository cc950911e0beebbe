package org.cartulary.query.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** What a programme owes its customers, day by day. */
public record PointsLiability(String programme, String currency, List<Day> days) {

    /** {@code opening + earned + adjusted - redeemed - reversed + returned - expired = closing}, in points. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PointsLiabilityDay")
    public record Day(
            LocalDate day,
            BigInteger opening,
            BigInteger earned,

            @Schema(description = "Granted less withdrawn.") BigInteger adjusted,

            BigInteger redeemed,
            BigInteger reversed,
            BigInteger returned,
            BigInteger expired,

            @Schema(description = "opening + earned + adjusted - redeemed - reversed + returned - expired")
            BigInteger closing,

            @Schema(
                    description =
                            "What the closing points are worth by the terms of that day, rounded half up; absent before"
                                    + " the first terms.")
            BigInteger closingMinor,

            @Schema(description = "The number of those terms.")
            Integer terms,

            @Schema(description = "The position of the day's last event; absent on a day without any.")
            Long position) {}
}
