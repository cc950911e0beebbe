package org.cartulary.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.cartulary.query.kernel.Decimal;

/** One event's share of a figure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FigureEntry")
public record Entry(
        @Schema(description = "The position of the event.") long position,

        Kind kind,

        @Schema(description = "The id of the sale, return or adjustment.")
        String id,

        @Schema(description = "Absent where the event counts as a whole.")
        Integer line,

        LocalDate businessDay,
        String sku,

        @Schema(description = "Negative where units came back and the figure is net.")
        Decimal quantity,

        String currency,

        @Schema(description = "In minor units; all of them together are the figure.")
        long amountMinor) {

    public enum Kind {
        SALE,
        RETURN,
        ADJUSTMENT
    }
}
