package org.cartulary.query.trade;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.query.kernel.Journal;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Positioned;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.springframework.format.annotation.DateTimeFormat;
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
@Tag(name = "Sales and returns", description = "What was sold and what came back")
class TradeApi {

    static final String PROJECTION = "trade";

    private final Reads reads;
    private final SaleQuery sales;
    private final ReturnQuery returns;

    TradeApi(Reads reads, SaleQuery sales, ReturnQuery returns) {
        this.reads = reads;
        this.sales = sales;
        this.returns = returns;
    }

    @GetMapping("/v1/sales/{sale}")
    @Operation(
            operationId = "getSale",
            summary = "One sale with its lines, taxes and tenders",
            description = "Each line says what came back of it over all channels, and what still may.")
    @Positioned
    @MayBeMissing
    ResponseEntity<Sale> sale(
            @Parameter(description = "The sale's id") @PathVariable SaleId sale, @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> sales.sale(sale.toString(), read.sight())
                                .orElseThrow(() -> Refused.notFound("sale " + sale)))
                .answer();
    }

    @GetMapping("/v1/sales")
    @Operation(operationId = "listSales", summary = "Sales in order of position, without their lines")
    @Journal
    ResponseEntity<Page<Sale>> sales(
            @Parameter(description = "Only those with this receipt number") @RequestParam(required = false)
                    String receipt,
            @Parameter(description = "Only those of this customer") @RequestParam(required = false) CustomerId customer,
            @Parameter(description = "Only those sold at this location") @RequestParam(required = false)
                    LocationId location,
            @Parameter(description = "Only those of this channel") @RequestParam(required = false) ChannelId channel,
            @Parameter(description = "The first business day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "The last business day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(hidden = true) Read read) {
        var filter = new TradeFilter(null, receipt, customer, location, channel, from, to);
        return read.page(reads.at(PROJECTION, read, () -> sales.sales(filter, read)), sale -> List.of(sale.position()))
                .answer();
    }

    @GetMapping("/v1/returns/{returnId}")
    @Operation(operationId = "getReturn", summary = "One return with its lines and refunds")
    @Positioned
    @MayBeMissing
    ResponseEntity<Return> returned(
            @Parameter(description = "The return's id") @PathVariable ReturnId returnId,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> returns.returned(returnId.toString(), read.sight())
                                .orElseThrow(() -> Refused.notFound("return " + returnId)))
                .answer();
    }

    @GetMapping("/v1/returns")
    @Operation(operationId = "listReturns", summary = "Returns in order of position, without their lines")
    @Journal
    ResponseEntity<Page<Return>> returns(
            @Parameter(description = "Only those of this sale") @RequestParam(required = false) SaleId sale,
            @Parameter(description = "Only those with this receipt number") @RequestParam(required = false)
                    String receipt,
            @Parameter(description = "Only those of this customer") @RequestParam(required = false) CustomerId customer,
            @Parameter(description = "Only those received at this location") @RequestParam(required = false)
                    LocationId location,
            @Parameter(description = "Only those of this channel") @RequestParam(required = false) ChannelId channel,
            @Parameter(description = "The first business day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "The last business day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(hidden = true) Read read) {
        var filter = new TradeFilter(sale, receipt, customer, location, channel, from, to);
        return read.page(
                        reads.at(PROJECTION, read, () -> returns.returns(filter, read)),
                        returned -> List.of(returned.position()))
                .answer();
    }
}
