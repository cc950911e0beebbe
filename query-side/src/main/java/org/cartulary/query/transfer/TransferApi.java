package org.cartulary.query.transfer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
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
@Tag(name = "Transfers", description = "Goods on their way from one location to another")
class TransferApi {

    private static final String PROJECTION = "transfer";
    private static final List<String> WITH_CURRENCIES = List.of(PROJECTION, "catalog");

    private final Reads reads;
    private final TransferQuery transfers;
    private final InTransitQuery inTransit;

    TransferApi(Reads reads, TransferQuery transfers, InTransitQuery inTransit) {
        this.reads = reads;
        this.transfers = transfers;
        this.inTransit = inTransit;
    }

    @GetMapping("/v1/transfers/{transfer}")
    @Operation(operationId = "getTransfer", summary = "One transfer, and what became of its units")
    @Positioned
    @MayBeMissing
    ResponseEntity<Transfer> transfer(
            @Parameter(description = "The transfer's id") @PathVariable TransferId transfer,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        WITH_CURRENCIES,
                        read,
                        () -> transfers
                                .transfer(transfer.toString(), read.sight())
                                .orElseThrow(() -> Refused.notFound("transfer " + transfer)))
                .answer();
    }

    @GetMapping("/v1/transfers")
    @Operation(operationId = "listTransfers", summary = "Transfers, by id and so by the time they were made")
    @Paged
    ResponseEntity<Page<Transfer>> transfers(
            @Parameter(description = "Only those from this location") @RequestParam(required = false) LocationId source,
            @Parameter(description = "Only those to this location") @RequestParam(required = false)
                    LocationId destination,
            @Parameter(description = "Only those that move this SKU") @RequestParam(required = false) Sku sku,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) Transfer.Status status,
            @Parameter(
                            description =
                                    "`true`: only those that are neither closed nor cancelled; `false`: only the others")
                    @RequestParam(required = false)
                    Boolean open,
            @Parameter(hidden = true) Read read) {
        var filter = new TransferQuery.Filter(text(source), text(destination), text(sku), status, open);
        var page = reads.at(WITH_CURRENCIES, read, () -> transfers.transfers(filter, read));
        return read.page(page, transfer -> List.of(transfer.transfer())).answer();
    }

    @GetMapping("/v1/in-transit")
    @Operation(
            operationId = "listInTransit",
            summary = "What has left and is neither received, lost nor returned",
            description =
                    "Ordered by SKU, then by the location where it will arrive. None of it can be sold or reserved.")
    @Paged
    ResponseEntity<Page<InTransit>> inTransit(
            @Parameter(description = "Only this SKU") @RequestParam(required = false) Sku sku,
            @Parameter(description = "Only what will arrive at this location") @RequestParam(required = false)
                    LocationId location,
            @Parameter(description = "Only what is expected on this date or before it") @RequestParam(required = false)
                    LocalDate expectedBy,
            @Parameter(hidden = true) Read read) {
        var page = reads.at(PROJECTION, read, () -> inTransit.inTransit(text(sku), text(location), expectedBy, read));
        return read.page(page, units -> List.of(units.sku(), units.location())).answer();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
