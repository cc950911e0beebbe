package org.cartulary.query.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.query.feed.Feed.Reader;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed, as pages and as a stream. */
@RestController
@OnQueryNode
@Tag(name = "Feed", description = "Every event in position order, as CloudEvents, without a hole")
class FeedApi {

    private static final String PATH = "/v1/feed";

    /** Of events that are read for a page. */
    private static final long MOST_BYTES = 8L << 20;

    private final Feed feed;
    private final FeedStreams streams;
    private final FeedProperties properties;

    FeedApi(Feed feed, FeedStreams streams, FeedProperties properties) {
        this.feed = feed;
        this.streams = streams;
        this.properties = properties;
    }

    @GetMapping(
            path = PATH,
            produces = {CloudEvent.BATCH_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "readFeed",
            summary = "Every event after a position, in order",
            description =
                    "Go on with `after` = the `Ledger-Position` of the answer, also where it is empty: up to there"
                            + " everything was looked at. With `Accept: text/event-stream` the same comes as server-sent events whose"
                            + " `id` is the position, and goes on with what happens next; `Last-Event-ID` resumes.")
    @FeedDocs
    ResponseEntity<List<CloudEvent>> page(
            @Parameter(description = "Only these kinds; repeatable", example = "sale.SaleRecorded")
                    @RequestParam(required = false)
                    List<String> type,
            @Parameter(description = "Only those about one of these locations; repeatable")
                    @RequestParam(required = false)
                    List<LocationId> location,
            @Parameter(description = "Only those of one of these channels; repeatable") @RequestParam(required = false)
                    List<ChannelId> channel,
            @Parameter(hidden = true) Read read,
            Principal caller) {
        var reader = new Reader(FeedFilter.of(type, location, channel), name(caller));
        var stretch = feed.after(read.after(), reader, read.limit(), MOST_BYTES);
        var events = stretch.events().stream()
                .map(event -> event.cloudEvent(properties.source()))
                .toList();
        return new At<>(events, stretch.lookedAt()).answer();
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(hidden = true)
    @FeedDocs
    void stream(
            @RequestParam(required = false) List<String> type,
            @RequestParam(required = false) List<LocationId> location,
            @RequestParam(required = false) List<ChannelId> channel,
            @Parameter(hidden = true) Read read,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var reader = new Reader(FeedFilter.of(type, location, channel), name(caller));
        if (request.getMethod().equals("HEAD")) response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        else streams.stream(position(request, read), reader, response);
    }

    /** A reader that comes again says so in the header, whatever address it began with. */
    private static long position(HttpServletRequest request, Read read) {
        var last = request.getHeader(FeedDocs.LAST_EVENT_ID);
        if (last == null || last.isBlank()) return read.after();
        if (!last.matches("\\d{1,18}"))
            throw Refused.invalid(FeedDocs.LAST_EVENT_ID, "is the position of an event of this feed");
        return Long.parseLong(last);
    }

    private static String name(Principal caller) {
        return caller == null ? null : caller.getName();
    }
}
