package org.cartulary.query.console;

import java.util.List;
import java.util.Locale;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.TransferApproved;
import org.cartulary.events.transfer.TransferEvent.TransferCancelled;
import org.cartulary.events.transfer.TransferEvent.TransferClosed;
import org.cartulary.events.transfer.TransferEvent.TransferDispatched;
import org.cartulary.events.transfer.TransferEvent.TransferReceived;
import org.cartulary.events.transfer.TransferEvent.TransferRequested;
import org.cartulary.events.transfer.TransferEvent.UnitsLost;
import org.cartulary.events.transfer.TransferEvent.UnitsReturned;

/** What an event of a transfer says, in one line. */
final class TransferSentence {

    private TransferSentence() {}

    static String of(TransferEvent event) {
        var road = event.route().source() + " to " + event.route().destination();
        return switch (event) {
            case TransferRequested e -> lines(e.lines()) + " asked to go from " + road + ": " + e.reason();
            case TransferApproved e -> lines(e.lines()) + " approved to go from " + road;
            case TransferDispatched e ->
                lines(e.lines()) + " left from " + road + (e.carrier() == null ? "" : " with " + e.carrier())
                        + (e.expectedOn() == null ? "" : ", expected on " + e.expectedOn());
            case TransferReceived e -> lines(e.lines()) + " arrived from " + road;
            case UnitsLost e -> lines(e.lines()) + " lost from " + road + ", borne by the " + word(e.owner());
            case UnitsReturned e -> lines(e.lines()) + " went back, sent from " + road;
            case TransferClosed e -> "Nothing is in transit any more from " + road;
            case TransferCancelled e -> lines(e.lines()) + " will not go from " + road + ": " + e.reason();
        };
    }

    private static String lines(List<?> lines) {
        return lines.size() + (lines.size() == 1 ? " line" : " lines");
    }

    private static String word(Enum<?> owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }
}
