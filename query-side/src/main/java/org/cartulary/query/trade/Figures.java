package org.cartulary.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartulary.query.kernel.Page;

/** Figures, how they are made, and the position up to which events count. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
        Formula formula,
        List<Figure> items,

        @Schema(description = "Send it as `cursor` to get the next page; absent on the last one.")
        String next,

        @Schema(description = "The position of the ledger up to which this answer holds.")
        long position) {

    static Figures of(Page<Figure> page) {
        return new Figures(Formula.SALES, page.items(), page.next(), page.position());
    }
}
