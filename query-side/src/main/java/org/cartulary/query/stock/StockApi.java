package org.cartulary.query.stock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.query.kernel.Journal;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
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
@Tag(name = "Stock", description = "What is on the shelves and what of it can be sold")
class StockApi {

    private static final String PROJECTION = "stock";
    private static final String CHANNEL = "Whose safety stock is kept back; without it, none is.";

    private final Reads reads;
    private final AvailabilityQuery availability;
    private final MovementQuery movements;

    StockApi(Reads reads, AvailabilityQuery availability, MovementQuery movements) {
        this.reads = reads;
        this.availability = availability;
        this.movements = movements;
    }

    @GetMapping("/v1/availability")
    @Operation(
            operationId = "listAvailability",
            summary = "What each SKU has at each location",
            description = "Ordered by SKU, then location. A hold that has expired counts as free at once.")
    @Paged
    ResponseEntity<Page<Availability>> shelves(
            @Parameter(description = "Only this SKU") @RequestParam(required = false) Sku sku,
            @Parameter(description = "Only this location") @RequestParam(required = false) LocationId location,
            @Parameter(description = CHANNEL) @RequestParam(required = false) ChannelId channel,
            @Parameter(hidden = true) Read read) {
        return read.page(
                        availability.shelves(text(sku), text(location), text(channel), read),
                        shelf -> List.of(shelf.sku(), shelf.location()))
                .answer();
    }

    @GetMapping("/v1/availability/{sku}")
    @Operation(
            operationId = "getAvailability",
            summary = "What one SKU has over all locations",
            description = "The pool is the sum of what each location can sell; a location that lacks units takes none"
                    + " from another. A SKU without any stock has an empty pool. Who does not see all locations gets"
                    + " the part of those that he sees.")
    @Positioned
    ResponseEntity<PooledAvailability> pool(
            @Parameter(description = "The product's SKU") @PathVariable Sku sku,
            @Parameter(description = CHANNEL) @RequestParam(required = false) ChannelId channel,
            @Parameter(hidden = true) Read read) {
        return availability.pool(sku.value(), text(channel), read).answer();
    }

    @GetMapping("/v1/stock/movements")
    @Operation(
            operationId = "listStockMovements",
            summary = "How stock came to be what it is",
            description = "Each change of units on hand or reserved, in order of position, with the balances after it.")
    @Journal
    ResponseEntity<Page<Movement>> movements(
            @Parameter(description = "Only this location") @RequestParam(required = false) LocationId location,
            @Parameter(description = "Only this SKU") @RequestParam(required = false) Sku sku,
            @Parameter(hidden = true) Read read) {
        var page = reads.at(PROJECTION, read, () -> movements.movements(text(location), text(sku), read));
        return read.page(page, movement -> List.of(movement.position(), movement.part()))
                .answer();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
