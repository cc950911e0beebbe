package org.cartulary.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.ledger.CommandRecorded;
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
@Tag(name = "History")
class CommandApi {

    private final Reads reads;
    private final CommandQuery commands;

    CommandApi(Reads reads, CommandQuery commands) {
        this.reads = reads;
        this.commands = commands;
    }

    @GetMapping("/v1/history/commands")
    @Operation(
            operationId = "listCommands",
            summary = "Commands in order of position, with their outcome",
            description = "Refused ones too. All filters that are given must hold.")
    @Journal
    @Everywhere
    ResponseEntity<Page<RecordedCommand>> commands(
            @Parameter(description = "Only with this outcome") @RequestParam(required = false)
                    RecordedCommand.Outcome outcome,
            @Parameter(description = "Only those refused with this code", example = "NOT_ENOUGH_STOCK")
                    @RequestParam(required = false)
                    String code,
            @Parameter(description = "Only those of this actor") @RequestParam(required = false) String actor,
            @Parameter(description = "Only those of this client") @RequestParam(required = false) String client,
            @Parameter(description = "Only with this idempotency key, which clients may share")
                    @RequestParam(required = false)
                    String key,
            @Parameter(description = "Only this kind", example = "stock.ReceiveGoods") @RequestParam(required = false)
                    String name,
            @Parameter(description = "Recorded at this time or later") @RequestParam(required = false) Instant from,
            @Parameter(description = "Recorded before this time") @RequestParam(required = false) Instant to,
            @Parameter(hidden = true) Read read) {
        var filter = new CommandFilter(outcome, code, actor, client, key, name, from, to);
        return read.page(
                        reads.at(HistoryApi.PROJECTION, read, () -> commands.commands(filter, read)),
                        command -> List.of(command.position()))
                .answer();
    }

    @GetMapping("/v1/history/commands/{client}/{*key}")
    @Operation(
            operationId = "getCommand",
            summary = "One command with its events",
            description =
                    "Slashes of the key are sent as they are. A key that no path can hold, such as one with `//` or"
                            + " `%`, is found in the list, with `client` and `key`.")
    @Positioned
    @MayBeMissing
    @Personal
    @Everywhere
    ResponseEntity<RecordedCommand> command(
            @Parameter(description = "Whose key it is") @PathVariable ClientId client,
            @Parameter(description = "The idempotency key") @PathVariable String key,
            @Parameter(description = HistoryApi.BYTES) @RequestParam(defaultValue = "false") boolean bytes,
            @Parameter(hidden = true) Read read) {
        var sent = key.substring(1);
        var stream = CommandRecorded.streamOf(client, sent);
        return reads.at(
                        HistoryApi.PROJECTION,
                        read,
                        () -> commands.command(stream, bytes, read.sight())
                                .orElseThrow(() -> Refused.notFound("command " + sent + " of client " + client)))
                .answer();
    }
}
