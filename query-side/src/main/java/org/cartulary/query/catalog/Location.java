package org.cartulary.query.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;

/** A place that keeps stock or sells. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Location(
        String location,
        String name,
        String country,
        String zone,

        @Schema(description = "Local time at which its business day changes.", type = "string", example = "04:00:00")
        LocalTime cutOver,

        String currency,
        long cashIncrementMinor,
        Policy policy,

        @Schema(description = "Who owns its stock; absent where there is only one.")
        String company,

        @Schema(description = "The position of the event that says so.")
        long position) {

    /** What it grants on returns; amounts in minor units of its currency. */
    @Schema(name = "LocationReturnPolicy")
    public record Policy(int windowDays, int lookBackDays, long withoutReceiptCapMinor) {}
}
