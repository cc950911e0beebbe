package org.cartulary.query.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Decimal;

/** Units of one SKU on their way to one location. Nobody can buy them before they arrive. */
public record InTransit(
        String sku,

        @Schema(description = "Where they will arrive.") String location,

        @Schema(description = "The sum of the loads.") Decimal quantity,

        @Schema(description = "The same units by transfer, the earliest expected first.")
        List<Load> loads) {

    InTransit with(List<Load> loads) {
        return new InTransit(sku, location, quantity, loads);
    }

    /** What one transfer brings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LoadInTransit")
    public record Load(String transfer, String source, Decimal quantity, LocalDate expectedOn) {}
}
