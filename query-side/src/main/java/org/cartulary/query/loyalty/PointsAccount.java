package org.cartulary.query.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Personal;

/** One customer's points. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointsAccount(
        String programme,
        @Personal String customer,

        @Schema(description = "sum(lots) - owed; below zero where points were reversed that had been spent")
        long balance,

        @Schema(description = "What can be spent today. Absent in lists.")
        Long usable,

        @Schema(description = "What can be spent later. Absent in lists.")
        Long pending,

        @Schema(description = "What the next points pay first; nothing can be redeemed until then.")
        long owed,

        @Schema(description = "Absent without one.") String tier,

        @Schema(description = "The last date of the tier's period.")
        LocalDate tierUntil,

        @Schema(description = "Spend of the last days that counts towards tiers, in minor units. Absent in lists.")
        Long qualifiedMinor,

        @Schema(description = "Those that hold anything, the earliest-expiring first. Absent in lists.")
        List<Lot> lots,

        @Schema(description = "The position of the last event that counts.")
        long position) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PointsLot")
    public record Lot(
            int lot,
            long points,

            @Schema(description = "The first date on which they can be spent; absent where that was at once.")
            LocalDate usableFrom,

            @Schema(description = "The last date on which they can be spent; absent where they never expire.")
            LocalDate expiresOn) {

        boolean isUsable(LocalDate on) {
            return !isOver(on) && (usableFrom == null || !usableFrom.isAfter(on));
        }

        boolean isOver(LocalDate on) {
            return expiresOn != null && expiresOn.isBefore(on);
        }
    }
}
