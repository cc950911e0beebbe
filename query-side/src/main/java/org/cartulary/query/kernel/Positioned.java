package org.cartulary.query.kernel;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A read that can wait for a position, and states the one it holds at. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = Positioned.MIN_POSITION,
        in = ParameterIn.QUERY,
        description =
                "Wait until the answer includes this position, such as the `Ledger-Position` of a command's answer.",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@ApiResponse(
        responseCode = "200",
        description = "What the ledger says at `Ledger-Position`.",
        useReturnTypeSchema = true,
        headers =
                @Header(
                        name = At.HEADER,
                        description = "The position of the ledger up to which the answer holds.",
                        schema = @Schema(type = "integer", format = "int64")))
@ApiResponse(
        responseCode = "400",
        description = "A parameter is unknown (`UNKNOWN_PARAMETER`), missing (`MISSING_PARAMETER`), malformed"
                + " (`INVALID_PARAMETER`), or a cursor of another query (`INVALID_CURSOR`).",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "403",
        description =
                "A filter names a location or a channel that the caller does not see, or the answer tells of all of them"
                        + " (`NOT_IN_SIGHT`); or it is about persons (`PERSONAL_DATA`).",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "503",
        description =
                "The position was not reached in time (`POSITION_NOT_REACHED`), or there is nothing to read from yet"
                        + " (`PROJECTION_NOT_READY`). Ask again after `Retry-After` seconds.",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
public @interface Positioned {

    String MIN_POSITION = "min-position";
}
