package org.cartulary.query.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A loyalty programme, and what it granted from which date on. */
public record Programme(
        String programme,
        String zone,
        String currency,

        @Schema(description = "In the order in which they were set. In force on a date is the last that began by then.")
        List<Terms> terms) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DatedTerms")
    public record Terms(
            int number,
            LocalDate from,

            @Schema(
                    description = "As `loyalty.ProgrammeTerms` of the events' schemas.",
                    type = "object",
                    implementation = Object.class)
            JsonNode terms,

            @Schema(description = "The position of its event.")
            long position) {}
}
