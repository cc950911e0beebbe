package org.cartulary.command.transfer;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.transfer.TransferRejection.TRANSFER_ACROSS_COMPANIES;
import static org.cartulary.command.transfer.TransferRejection.TRANSFER_ACROSS_CURRENCIES;

import java.util.Objects;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.events.location.LocationEvent.LocationRegistered;

/** Between which locations goods may move without being sold. */
final class TransferTerms {

    private TransferTerms() {}

    /** @throws CommandRejected where the goods would change their owner or their currency */
    static void check(LocationRegistered source, LocationRegistered destination) {
        require(
                Objects.equals(source.company(), destination.company()),
                TRANSFER_ACROSS_COMPANIES,
                ownerOf(source) + ", " + ownerOf(destination));
        require(
                source.currency().equals(destination.currency()),
                TRANSFER_ACROSS_CURRENCIES,
                source.location() + " trades in " + source.currency() + ", " + destination.location() + " in "
                        + destination.currency());
    }

    private static String ownerOf(LocationRegistered location) {
        return location.company() == null
                ? location.location() + " names no company"
                : location.location() + " belongs to " + location.company();
    }
}
