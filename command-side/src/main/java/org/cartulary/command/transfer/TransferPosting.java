package org.cartulary.command.transfer;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.stock.StockState;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.CancelTransfer;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.command.transfer.TransferCommand.ReceiveTransfer;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.stock.StockId;

/** Posts a transfer together with the shelves that its goods leave and reach: the promise and the units, in one append. */
public final class TransferPosting implements CommandHandling {

    private final References references;
    private final Participants<TransferId, TransferState> transfers;
    private final Participants<StockId, StockState> shelves;

    public TransferPosting(
            References references,
            Participants<TransferId, TransferState> transfers,
            Participants<StockId, StockState> shelves) {
        this.references = references;
        this.transfers = transfers;
        this.shelves = shelves;
    }

    @CommandHandler
    public void handle(RequestTransfer c) {
        var source = references.location(c.source());
        var destination = references.location(c.destination());
        c.lines().forEach(line -> references.shelf(new StockId(c.source(), line.sku()), line.quantity()));
        var posting = new Posting();
        posting.ask(transfers.load(c.transfer()), transfer -> transfer.decide(c));
        TransferTerms.check(source, destination);
        posting.record();
    }

    @CommandHandler
    public void handle(ApproveTransfer c) {
        post(c, List.of());
    }

    @CommandHandler
    public void handle(DispatchTransfer c) {
        post(
                c,
                c.lines().stream()
                        .map(line -> new Counted(line.number(), line.quantity()))
                        .toList());
    }

    @CommandHandler
    public void handle(ReceiveTransfer c) {
        post(
                c,
                c.lines().stream()
                        .flatMap(line ->
                                line.quantities().stream().map(quantity -> new Counted(line.number(), quantity)))
                        .toList());
    }

    @CommandHandler
    public void handle(CloseTransfer c) {
        post(c, List.of());
    }

    @CommandHandler
    public void handle(CancelTransfer c) {
        post(c, List.of());
    }

    /** A quantity that the caller counted, on a line of the transfer. */
    private record Counted(int line, Quantity quantity) {}

    private void post(TransferCommand command, List<Counted> counted) {
        var transfer = transfers.load(command.transfer());
        var posting = new Posting();
        var decided = posting.ask(transfer, state -> state.decide(command));
        for (var count : counted)
            references.product(transfer.invoke(state -> state.sku(count.line())), count.quantity());
        for (var part : ShelfMoves.of(decided))
            posting.ask(shelves.load(part.stock()), shelf -> shelf.decide(part, Moment.ofDecision()));
        posting.record();
    }
}
