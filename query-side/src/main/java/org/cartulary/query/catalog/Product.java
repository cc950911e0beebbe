package org.cartulary.query.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What may be received and sold. */
public record Product(
        String sku,
        String name,

        @Schema(description = "GOODS or SERVICE; a service has no stock.")
        String kind,

        @Schema(description = "UN/ECE Recommendation 20 code of the unit in which it is counted.", example = "EA")
        String unit,

        @Schema(description = "How many decimal places its quantities have.")
        int decimals,

        @Schema(description = "In their form of 14 digits.") List<String> gtins,

        @Schema(description = "The position of the event that says so.")
        long position) {}
