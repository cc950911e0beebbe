package org.cartulary.ops.bench.axon;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.stock.StockId;

/** Handlers beside the aggregates, as a command over several of them needs. */
final class AxonPostings {

    private static final ClientId CLIENT = ClientId.of("bench");
    private static final String DIGEST = "0".repeat(64);

    private final Repository<ShelfShell> shelves;
    private final Repository<SaleShell> sales;
    private final EventStore events;

    AxonPostings(Repository<ShelfShell> shelves, Repository<SaleShell> sales, EventStore events) {
        this.shelves = shelves;
        this.sales = sales;
        this.events = events;
    }

    /** One event; of the command there is no record, as there would be none with Axon. */
    @CommandHandler
    void handle(ReceiveGoods c) throws Exception {
        shelves.loadOrCreate(c.stock().toString(), ShelfShell::new).execute(shelf -> shelf.handle(c));
    }

    /** As many events as the ledger writes: of each line's shelf, of the sale and of the command. */
    @CommandHandler
    void handle(RecordSale c) throws Exception {
        var takes = c.lines().stream()
                .map(line -> take(c, line))
                .sorted(Comparator.comparing(TakeForSale::stock))
                .toList();
        for (var take : takes) shelves.load(take.stock().toString()).execute(shelf -> shelf.handle(take));
        sales.newInstance(() -> new SaleShell(recorded(c)));
        var record = record(c, takes.size() + 1);
        events.publish(new GenericDomainEventMessage<>("Command", record.stream(), 0, record));
    }

    private static TakeForSale take(RecordSale c, Line line) {
        var shelf = new StockId(c.location(), line.sku());
        return new TakeForSale(shelf, c.sale(), c.channel(), line.quantity(), List.of(), false, c.occurredAt());
    }

    private static CommandRecorded record(RecordSale c, int count) {
        var key = Uuid7.random().toString();
        return new CommandRecorded(
                CLIENT,
                key,
                "sale.RecordSale",
                DIGEST,
                Outcome.ACCEPTED,
                count,
                null,
                null,
                null,
                null,
                null,
                c.occurredAt());
    }

    private static SaleRecorded recorded(RecordSale c) {
        var day = LocalDate.ofInstant(c.occurredAt(), ZoneOffset.UTC);
        return new SaleRecorded(
                c.sale(),
                c.location(),
                c.channel(),
                Country.of("PT"),
                day,
                c.receipt(),
                c.customer(),
                c.currency(),
                c.taxMode(),
                c.handover(),
                c.lines().stream().map(line -> line(c, line)).toList(),
                0,
                c.totalMinor(),
                c.tenders(),
                0,
                0,
                1,
                day.plusDays(30),
                null,
                null,
                c.occurredAt());
    }

    private static SaleLine line(RecordSale c, Line line) {
        return new SaleLine(
                line.number(),
                line.sku(),
                c.location(),
                null,
                line.quantity(),
                null,
                line.unitPrice(),
                0,
                0,
                line.unitPrice().amountMinor(line.quantity(), c.currency()),
                0,
                line.taxes(),
                null,
                null,
                null);
    }
}
