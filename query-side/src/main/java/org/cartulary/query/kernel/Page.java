package org.cartulary.query.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as `cursor` to get the next page; absent on the last one.")
        String next,

        @Schema(description = "The position of the ledger up to which this answer holds.")
        long position) {}
