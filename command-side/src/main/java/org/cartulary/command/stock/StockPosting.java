package org.cartulary.command.stock;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockId;

/** Posts what concerns one shelf alone. */
public final class StockPosting implements CommandHandling {

    private final References references;
    private final Participants<StockId, StockState> shelves;

    public StockPosting(References references, Participants<StockId, StockState> shelves) {
        this.references = references;
        this.shelves = shelves;
    }

    @CommandHandler
    public void handle(ReceiveGoods command) {
        post(command, command.quantity());
    }

    @CommandHandler
    public void handle(AdjustStock command) {
        post(command, command.change().size());
    }

    @CommandHandler
    public void handle(SetStockLevel command) {
        post(command, command.level());
    }

    @CommandHandler
    public void handle(ReclassifyStock command) {
        post(command, command.quantity());
    }

    @CommandHandler
    public void handle(SetSafetyStock command) {
        post(command, command.quantity());
    }

    private void post(StockCommand command, Quantity quantity) {
        references.shelf(command.stock(), quantity);
        var posting = new Posting();
        posting.ask(shelves.load(command.stock()), shelf -> shelf.decide(command, Moment.ofDecision()));
        posting.record();
    }
}
