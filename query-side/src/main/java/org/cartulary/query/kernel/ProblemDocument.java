package org.cartulary.query.kernel;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;

/** The shape of a problem document (RFC 9457) for the API's description. What is sent is made by {@link Problems}. */
@Schema(name = "Problem")
interface ProblemDocument {

    @Schema(description = "A stable name of the kind of problem.", example = "urn:cartulary:problem:unknown-parameter")
    URI getType();

    String getTitle();

    int getStatus();

    @Schema(description = "What happened, in words.")
    String getDetail();

    @Schema(description = "The path that was asked.")
    URI getInstance();

    @Schema(description = "Stable, to be read by programs.", example = "UNKNOWN_PARAMETER")
    String getCode();

    @Schema(description = "What is wrong where; absent where it is not about a parameter.")
    List<Refused.Violation> getViolations();
}
