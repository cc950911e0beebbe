package org.cartulary.query.storedvalue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.AccountKind;
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
@Tag(name = "Stored value", description = "Gift cards and stored credit")
class StoredValueApi {

    private static final String PROJECTION = "storedvalue";
    private static final String AS_OF = "Nothing that was recorded later counts";
    private static final String UP_TO = "Nothing that stands behind this position counts";
    private static final int MOST_DAYS = 366;

    private final Reads reads;
    private final StoredValueQuery accounts;
    private final StoredValueStatementQuery entries;
    private final StoredValueLiabilityQuery liability;

    StoredValueApi(
            Reads reads,
            StoredValueQuery accounts,
            StoredValueStatementQuery entries,
            StoredValueLiabilityQuery liability) {
        this.reads = reads;
        this.accounts = accounts;
        this.entries = entries;
        this.liability = liability;
    }

    @GetMapping("/v1/stored-value")
    @Operation(operationId = "listStoredValue", summary = "Gift cards and stored credit, by id")
    @Paged
    @Personal
    @Everywhere(unless = "customer")
    ResponseEntity<Page<Account>> accounts(
            @Parameter(description = "Only those of this customer") @RequestParam(required = false) CustomerId customer,
            @Parameter(description = "Only those of this kind") @RequestParam(required = false) AccountKind kind,
            @Parameter(description = "`true`: only those that are blocked; `false`: only the others")
                    @RequestParam(required = false)
                    Boolean blocked,
            @Parameter(hidden = true) Read read) {
        var filter = new StoredValueQuery.Filter(text(customer), text(kind), blocked);
        var page = reads.at(PROJECTION, read, () -> accounts.accounts(filter, read));
        return read.page(page, account -> List.of(account.account())).answer();
    }

    @GetMapping("/v1/stored-value/{account}")
    @Operation(operationId = "getStoredValue", summary = "One gift card or credit, with its lots")
    @Positioned
    @MayBeMissing
    @Personal
    ResponseEntity<Account> account(
            @Parameter(description = "The account's id") @PathVariable StoredValueId account,
            @Parameter(hidden = true) Read read) {
        return reads.at(PROJECTION, read, () -> accounts.account(text(account)).orElseThrow(() -> unknown(account)))
                .answer();
    }

    @GetMapping("/v1/stored-value/{account}/balance")
    @Operation(operationId = "getStoredValueBalance", summary = "What an account held at some time, or at a position")
    @Positioned
    @MayBeMissing
    @Personal
    ResponseEntity<Balance> balance(
            @Parameter(description = "The account's id") @PathVariable StoredValueId account,
            @Parameter(description = AS_OF) @RequestParam(required = false) Instant asOf,
            @Parameter(description = UP_TO) @RequestParam(required = false) Long asOfPosition,
            @Parameter(hidden = true) Read read) {
        return reads.at(
                        PROJECTION,
                        read,
                        () -> accounts.balance(text(account), asOf, asOfPosition)
                                .orElseThrow(() -> unknown(account)))
                .answer();
    }

    @GetMapping("/v1/stored-value/entries")
    @Operation(
            operationId = "listStoredValueEntries",
            summary = "What was put on accounts and left them, each with the balance that it left",
            description = "With `account` it is the statement of one account, with `businessDay` what a day's liability"
                    + " is made of.")
    @Journal
    ResponseEntity<Page<Entry>> entries(
            @Parameter(description = "Only those of this account") @RequestParam(required = false)
                    StoredValueId account,
            @Parameter(description = "Only those of this kind") @RequestParam(required = false) AccountKind kind,
            @Parameter(description = "Only those in this currency") @RequestParam(required = false)
                    CurrencyCode currency,
            @Parameter(description = "Only those of this day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate businessDay,
            @Parameter(description = AS_OF) @RequestParam(required = false) Instant asOf,
            @Parameter(description = UP_TO) @RequestParam(required = false) Long asOfPosition,
            @Parameter(hidden = true) Read read) {
        var filter = new StoredValueStatementQuery.Filter(
                text(account), text(kind), text(currency), businessDay, asOf, asOfPosition);
        return read.page(
                        reads.at(PROJECTION, read, () -> entries.entries(filter, read)),
                        entry -> List.of(entry.position()))
                .answer();
    }

    @GetMapping("/v1/stored-value/liability")
    @Operation(
            operationId = "listStoredValueLiability",
            summary = "What is owed, by day, kind and currency",
            description = "A row for every day of at most 366, also where nothing happened on it.")
    @Paged
    @Everywhere
    ResponseEntity<Page<Liability>> liability(
            @Parameter(description = "The first day") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "The last day") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(description = "Only this kind") @RequestParam(required = false) AccountKind kind,
            @Parameter(description = "Only this currency") @RequestParam(required = false) CurrencyCode currency,
            @Parameter(hidden = true) Read read) {
        if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS)))
            throw Refused.invalid("to", "is not before from, and less than " + MOST_DAYS + " days after it");
        var page = reads.at(PROJECTION, read, () -> liability.days(from, to, text(kind), text(currency), read));
        return read.page(page, day -> List.of(day.businessDay().toString(), day.kind(), day.currency()))
                .answer();
    }

    private static Refused unknown(StoredValueId account) {
        return Refused.notFound("account " + account);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
