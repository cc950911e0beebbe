package org.cartulary.query.feed;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.Journal;
import org.cartulary.query.kernel.Paged;

/** What the API's description says of the feed, which is one address with two forms. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = Journal.AFTER,
        in = ParameterIn.QUERY,
        description = "Only what stands after this position; from the first event on where absent.",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = Paged.LIMIT,
        in = ParameterIn.QUERY,
        description = "Most events of a page. It may hold fewer, or none, and there may still be more behind it.",
        schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
@Parameter(
        name = FeedDocs.LAST_EVENT_ID,
        in = ParameterIn.HEADER,
        description = "Of a stream: the last `id` that was received; it counts instead of `after`.",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "200",
        description = "The events behind `after`, and the position up to which was looked.",
        headers =
                @Header(
                        name = At.HEADER,
                        description = "Of a page: the `after` of the next one. Of a stream: where it begins.",
                        schema = @Schema(type = "integer", format = "int64")),
        content = {
            @Content(
                    mediaType = CloudEvent.BATCH_TYPE,
                    array = @ArraySchema(schema = @Schema(implementation = CloudEvent.class))),
            @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "400",
        description = "A parameter is unknown (`UNKNOWN_PARAMETER`) or malformed (`INVALID_PARAMETER`).",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = FeedDocs.PROBLEM)))
@ApiResponse(
        responseCode = "503",
        description =
                "The ledger never was at this position (`POSITION_NOT_REACHED`), a later version wrote an event"
                        + " (`EVENT_UNKNOWN`), or too many streams (`STREAMS_OVERLOADED`) or reads (`READS_OVERLOADED`) are open.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = FeedDocs.PROBLEM)))
@interface FeedDocs {

    String LAST_EVENT_ID = "Last-Event-ID";
    String PROBLEM = "#/components/schemas/Problem";
}
