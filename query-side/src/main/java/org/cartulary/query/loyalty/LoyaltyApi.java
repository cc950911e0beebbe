package org.cartulary.query.loyalty;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.query.kernel.Everywhere;
import org.cartulary.query.kernel.Journal;
import org.cartulary.query.kernel.MayBeMissing;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.Page;
import org.cartulary.query.kernel.Paged;
import org.cartulary.query.kernel.Personal;
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
@Tag(name = "Loyalty", description = "Programmes and the points of their customers")
class LoyaltyApi {

    private static final String PROJECTION = "loyalty";
    private static final String AS_OF = "As it was known when this moment had been recorded.";
    private static final String AS_OF_POSITION = "As it was known at this position.";

    /** A leap year of days. */
    private static final int MOST_DAYS = 366;

    private final Reads reads;
    private final ProgrammeQuery programmes;
    private final AccountQuery accounts;
    private final LiabilityQuery liability;

    LoyaltyApi(Reads reads, ProgrammeQuery programmes, AccountQuery accounts, LiabilityQuery liability) {
        this.reads = reads;
        this.programmes = programmes;
        this.accounts = accounts;
        this.liability = liability;
    }

    @GetMapping("/v1/loyalty/programmes")
    @Operation(operationId = "listProgrammes", summary = "Programmes with their dated terms, by name")
    @Paged
    ResponseEntity<Page<Programme>> programmes(@Parameter(hidden = true) Read read) {
        var page = reads.at(PROJECTION, read, () -> programmes.programmes(read));
        return read.page(page, programme -> List.of(programme.programme())).answer();
    }

    @GetMapping("/v1/loyalty/accounts")
    @Operation(operationId = "listPointsAccounts", summary = "Points accounts, by programme and customer")
    @Paged
    @Personal
    @Everywhere(unless = "customer")
    ResponseEntity<Page<PointsAccount>> accounts(
            @Parameter(description = "Only those of this programme") @RequestParam(required = false)
                    ProgrammeId programme,
            @Parameter(description = "Only those of this customer") @RequestParam(required = false) CustomerId customer,
            @Parameter(description = "Only those with this tier") @RequestParam(required = false) String tier,
            @Parameter(description = "`true`: only those that owe points; `false`: only the others")
                    @RequestParam(required = false)
                    Boolean owing,
            @Parameter(hidden = true) Read read) {
        var page =
                reads.at(PROJECTION, read, () -> accounts.accounts(text(programme), text(customer), tier, owing, read));
        return read.page(page, account -> List.of(account.programme(), account.customer()))
                .answer();
    }

    @GetMapping("/v1/loyalty/accounts/{programme}/{customer}")
    @Operation(
            operationId = "getPointsAccount",
            summary = "One customer's points, lot by lot",
            description =
                    "What can be spent is judged by the present date in the programme's zone; with `asOf`, by the date"
                            + " of that moment. What has expired counts as unusable at once, written down or not.")
    @Positioned
    @MayBeMissing
    @Personal
    ResponseEntity<PointsAccount> account(
            @Parameter(description = "The programme") @PathVariable ProgrammeId programme,
            @Parameter(description = "The customer") @PathVariable CustomerId customer,
            @Parameter(description = AS_OF) @RequestParam(required = false) Instant asOf,
            @Parameter(description = AS_OF_POSITION) @RequestParam(required = false) Long asOfPosition,
            @Parameter(hidden = true) Read read) {
        var when = new AsOf(asOf, asOfPosition);
        return reads.at(PROJECTION, read, () -> accounts.account(programme.value(), customer.value(), when))
                .answer();
    }

    @GetMapping("/v1/loyalty/accounts/{programme}/{customer}/entries")
    @Operation(
            operationId = "listPointsEntries",
            summary = "The statement of one customer's points",
            description = "Each event that moved points, in order of position, with the balance after it.")
    @Journal
    @MayBeMissing
    @Personal
    ResponseEntity<Page<PointsEntry>> entries(
            @Parameter(description = "The programme") @PathVariable ProgrammeId programme,
            @Parameter(description = "The customer") @PathVariable CustomerId customer,
            @Parameter(description = AS_OF) @RequestParam(required = false) Instant asOf,
            @Parameter(description = AS_OF_POSITION) @RequestParam(required = false) Long asOfPosition,
            @Parameter(hidden = true) Read read) {
        var when = new AsOf(asOf, asOfPosition);
        var page = reads.at(PROJECTION, read, () -> accounts.entries(programme.value(), customer.value(), when, read));
        return read.page(page, entry -> List.of(entry.position())).answer();
    }

    @GetMapping("/v1/loyalty/liability/{programme}")
    @Operation(
            operationId = "getPointsLiability",
            summary = "What a programme owes its customers, day by day",
            description =
                    "In points, and in money by the redemption value of each day. A balance below zero counts as such."
                            + " At most 366 days.")
    @Positioned
    @MayBeMissing
    @Everywhere
    ResponseEntity<PointsLiability> liability(
            @Parameter(description = "The programme") @PathVariable ProgrammeId programme,
            @Parameter(description = "The first day") @RequestParam LocalDate from,
            @Parameter(description = "The last day") @RequestParam LocalDate to,
            @Parameter(hidden = true) Read read) {
        if (from.getYear() < 1 || to.getYear() > 9999) throw Refused.invalid("from", "has a year of four digits");
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1)))
            throw Refused.invalid("to", "is from 0 to " + (MOST_DAYS - 1) + " days after from");
        return reads.at(PROJECTION, read, () -> liability.liability(programme.value(), from, to))
                .answer();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
