package org.cartulary.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.Everywhere;
import org.cartulary.query.kernel.Journal;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Personal;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnQueryNode
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "History", description = "Every event with its stored bytes")
class HistoryApi {

    static final String PROJECTION = "history";
    static final String BYTES = "Whether to show the stored bytes and their digest too";

    private final Reads reads;
    private final EventQuery events;

    HistoryApi(Reads reads, EventQuery events) {
        this.reads = reads;
        this.events = events;
    }

    @GetMapping("/v1/history/events")
    @Operation(
            operationId = "listEvents",
            summary = "Events in order of position",
            description = "All filters that are given must hold.")
    @Journal
    ResponseEntity<Page<RecordedEvent>> events(
            @Parameter(description = "Only this aggregate's", example = "stock/LISBON/TEAPOT")
                    @RequestParam(required = false)
                    String stream,
            @Parameter(description = "Only those that name this SKU") @RequestParam(required = false) String sku,
            @Parameter(description = "Only those about this location") @RequestParam(required = false) String location,
            @Parameter(description = "Only those of this channel") @RequestParam(required = false) String channel,
            @Parameter(description = "Only those that this actor caused") @RequestParam(required = false) String actor,
            @Parameter(description = "Only this kind", example = "stock.GoodsReceived") @RequestParam(required = false)
                    String name,
            @Parameter(description = "Only those of the command whose record has this stream")
                    @RequestParam(required = false)
                    String command,
            @Parameter(description = "Recorded at this time or later") @RequestParam(required = false) Instant from,
            @Parameter(description = "Recorded before this time") @RequestParam(required = false) Instant to,
            @Parameter(description = BYTES) @RequestParam(defaultValue = "false") boolean bytes,
            @Parameter(hidden = true) Read read) {
        var filter = new EventFilter(stream, sku, location, channel, actor, name, command, from, to);
        return read.page(reads.at(PROJECTION, read, () -> events.events(filter, bytes, read)), EventQuery::key)
                .answer();
    }

    @GetMapping("/v1/history/events/{position}")
    @Operation(operationId = "getEvent", summary = "One event with its stored bytes")
    @Positioned
    @MayBeMissing
    ResponseEntity<RecordedEvent> event(
            @Parameter(description = "The event's position") @PathVariable long position,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> events.between(position, position, true, read.sight()).stream()
                                .findFirst()
                                .orElseThrow(() -> missing(position)))
                .answer();
    }

    @GetMapping(path = "/v1/history/events/{position}/bytes", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "getEventBytes",
            summary = "The bytes of one event, exactly as they are stored",
            description = "Read from the ledger itself. `Repr-Digest` (RFC 9530) holds their SHA-256.")
    @Positioned
    @MayBeMissing
    @Personal
    @Everywhere
    ResponseEntity<Resource> bytes(
            @Parameter(description = "The event's position") @PathVariable long position,
            @Parameter(hidden = true) Read read) {
        var stored = reads.atHead(read, () -> events.bytes(position).orElseThrow(() -> missing(position)));
        var digest = Base64.getEncoder().encodeToString(Digest.of(stored.value()));
        return ResponseEntity.ok()
                .header(At.HEADER, Long.toString(stored.position()))
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(stored.value()));
    }

    private static Refused missing(long position) {
        return Refused.notFound("event at position " + position);
    }
}
