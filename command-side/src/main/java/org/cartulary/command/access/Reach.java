package org.cartulary.command.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cartulary.command.access.AccessCommand.RecordDenial;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand;
import org.cartulary.command.loyalty.ProgrammeCommand;
import org.cartulary.command.product.ProductCommand;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.storedvalue.StoredValueCommand.IssueStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.LoadStoredValue;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.Grant;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.TransferDispatched;
import org.cartulary.events.transfer.TransferEvent.TransferReceived;

/**
 * Where something is done.
 *
 * @param everywhere whether it concerns all locations, as a new product does
 * @param locations of each set one must be granted: of most sets there is only one, but a transfer is the matter of both its ends
 */
record Reach(boolean everywhere, List<Set<LocationId>> locations, Set<ChannelId> channels) {

    private static final Reach NOWHERE = new Reach(false, List.of(), Set.of());
    private static final Reach EVERYWHERE = new Reach(true, List.of(), Set.of());

    private static Reach of(ChannelId channel, Stream<LocationId> locations) {
        var each = locations.distinct().map(Set::of).toList();
        return new Reach(false, each, channel == null ? Set.of() : Set.of(channel));
    }

    /** What the command says itself. */
    static Reach of(Command command) {
        return switch (command) {
            case SetSafetyStock c -> of(c.channel(), Stream.of(c.stock().location()));
            case StockCommand c -> of(null, Stream.of(c.stock().location()));
            case PlaceReservation c ->
                of(c.channel(), c.units().stream().map(units -> units.stock().location()));
            case RecordSale c -> of(c);
            case RecordReturn c -> of(c.channel(), Stream.of(c.location()));
            case RecordReturnWithoutReceipt c -> of(c.channel(), Stream.of(c.location()));
            case RecordExchange c -> of(c.returned()).and(of(c.sold()));
            case RequestTransfer c -> either(c.source(), c.destination());
            case IssueStoredValue c -> of(null, Stream.of(c.location()));
            case LoadStoredValue c -> of(null, Stream.of(c.location()));
            case RecordFinancialAdjustment c -> of(c.channel(), Stream.of(c.location()));
            case LocationCommand c -> EVERYWHERE;
            case ProductCommand c -> EVERYWHERE;
            case ProgrammeCommand c -> EVERYWHERE;
            case RecordDenial c -> NOWHERE;
            case AccessCommand c -> EVERYWHERE;
            default -> NOWHERE;
        };
    }

    /** Whose shelves are sold from is asked too: a store does not sell what stands in another. */
    private static Reach of(RecordSale c) {
        var shelves = c.lines().stream().map(line -> line.stock() == null ? c.location() : line.stock());
        return of(c.channel(), Stream.concat(Stream.of(c.location()), shelves));
    }

    /** What was decided, which also tells where what was only named by its id is. */
    static Reach of(List<LedgerEvent> events) {
        boolean moved = events.stream().anyMatch(TransferEvent.class::isInstance);
        var locations = new ArrayList<Set<LocationId>>();
        for (var event : events)
            switch (event) {
                // A receipt changes the shelves of both ends; whose it is says the transfer.
                case StockEvent e -> {
                    if (!moved) locations.add(Set.of(e.stock().location()));
                }
                case TransferDispatched e -> locations.add(Set.of(e.route().source()));
                case TransferReceived e -> locations.add(Set.of(e.route().destination()));
                case TransferEvent e ->
                    locations.add(Set.of(e.route().source(), e.route().destination()));
                default -> {}
            }
        return locations.isEmpty()
                ? NOWHERE
                : new Reach(false, locations.stream().distinct().toList(), Set.of());
    }

    private static Reach either(LocationId one, LocationId other) {
        // An order to itself is refused elsewhere, by its own rule.
        var ends = new HashSet<>(List.of(one, other));
        return new Reach(false, List.of(ends), Set.of());
    }

    Reach and(Reach other) {
        var all = Stream.concat(locations.stream(), other.locations.stream())
                .distinct()
                .toList();
        var both = new HashSet<>(channels);
        both.addAll(other.channels);
        return new Reach(everywhere || other.everywhere, all, both);
    }

    boolean isCoveredByLocationsOf(Grant grant) {
        return grant.locations() == null
                || !everywhere
                        && locations.stream()
                                .allMatch(any -> grant.locations().stream().anyMatch(any::contains));
    }

    boolean isCoveredByChannelsOf(Grant grant) {
        return grant.channels() == null || grant.channels().containsAll(channels);
    }
}
