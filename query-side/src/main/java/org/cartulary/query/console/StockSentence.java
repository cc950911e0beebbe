package org.cartulary.query.console;

import java.util.Locale;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.GoodsArrived;
import org.cartulary.events.stock.StockEvent.GoodsDispatched;
import org.cartulary.events.stock.StockEvent.GoodsFound;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.stock.StockEvent.HoldCommitted;
import org.cartulary.events.stock.StockEvent.HoldExpired;
import org.cartulary.events.stock.StockEvent.HoldExtended;
import org.cartulary.events.stock.StockEvent.HoldReleased;
import org.cartulary.events.stock.StockEvent.SafetyStockSet;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.cartulary.events.stock.StockEvent.StockHeld;
import org.cartulary.events.stock.StockEvent.StockReclassified;

/** What an event of a shelf says, in one line. */
final class StockSentence {

    private StockSentence() {}

    static String of(StockEvent event) {
        return subject(event) + " " + event.stock().sku() + " at "
                + event.stock().location() + predicate(event);
    }

    private static String subject(StockEvent event) {
        return switch (event) {
            case GoodsReceived e -> e.quantity() + " ×";
            case StockAdjusted e -> (e.change().isDown() ? "" : "+") + e.change() + " ×";
            case StockReclassified e -> e.quantity() + " ×";
            case SafetyStockSet e -> "Safety stock of " + e.quantity() + " ×";
            case StockHeld e -> e.quantity() + " ×";
            case HoldExtended e -> "Hold on";
            case HoldCommitted e -> "Hold on";
            case HoldReleased e -> e.quantity() + " ×";
            case HoldExpired e -> e.quantity() + " ×";
            case GoodsSold e -> e.quantity() + " ×";
            case GoodsReturned e -> e.quantity() + " ×";
            case GoodsDispatched e -> e.quantity() + " ×";
            case GoodsArrived e -> e.quantity() + " ×";
            case GoodsFound e -> e.quantity() + " ×";
        };
    }

    private static String predicate(StockEvent event) {
        return switch (event) {
            case GoodsReceived e -> e.reference() == null ? " received" : " received with " + e.reference();
            case StockAdjusted e -> " put right, " + word(e.condition()) + ": " + e.reason();
            case StockReclassified e -> " from " + word(e.from()) + " to " + word(e.to()) + ": " + e.reason();
            case SafetyStockSet e -> " kept back from " + e.channel();
            case StockHeld e ->
                " held for " + e.channel() + (e.expiresAt() == null ? "" : " until " + Times.minute(e.expiresAt()));
            case HoldExtended e -> " lives until " + Times.minute(e.expiresAt());
            case HoldCommitted e -> " is firm";
            case HoldReleased e -> " given back";
            case HoldExpired e -> " free again, the hold ran out";
            case GoodsSold e -> " sold by " + e.channel();
            case GoodsReturned e -> " came back, " + word(e.condition());
            case GoodsDispatched e -> " left with a transfer";
            case GoodsArrived e -> " arrived with a transfer, " + word(e.condition());
            case GoodsFound e -> " found beyond what a transfer had brought";
        };
    }

    private static String word(Enum<?> condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }
}
