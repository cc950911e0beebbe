package org.cartulary.query.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What may be received and sold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(
        String sku,
        String name,

        @Schema(description = "GOODS, SERVICE or GIFT_CARD; only goods have stock.")
        String kind,

        @Schema(description = "UN/ECE Recommendation 20 code of the unit in which it is counted.", example = "EA")
        String unit,

        @Schema(description = "How many decimal places its quantities have.")
        int decimals,

        @Schema(description = "In their form of 14 digits.") List<String> gtins,

        @Schema(description = "By which it earns points; absent where it has none.")
        String category,

        @Schema(description = "The position of the event that says so.")
        long position) {}
