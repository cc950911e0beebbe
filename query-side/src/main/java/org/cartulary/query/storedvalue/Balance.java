package org.cartulary.query.storedvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.cartulary.query.kernel.Personal;

/** What an account held at some time or position. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StoredValueBalance")
public record Balance(
        @Personal String account,
        String kind,
        String currency,
        long balanceMinor,

        @Schema(description = "The position of the entry that left it so; absent where nothing had been recorded yet.")
        Long position) {}
