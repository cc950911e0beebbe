package org.cartulary.command.transfer;

import static org.cartulary.command.Examples.*;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.Arrived;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.command.transfer.TransferCommand.ReceiveTransfer;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.command.transfer.TransferCommand.Sent;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.Route;
import org.cartulary.events.transfer.TransferLine;

/** Puts the commands of transfers together for the tests. What is not said is what a lorry from the warehouse to Lisbon has. */
final class Road {

    static final TransferId ID = new TransferId(Uuid7.random());
    static final Route ROUTE = new Route(WAREHOUSE, LISBON);
    static final LocalDate EXPECTED = LocalDate.parse("2026-03-04");

    private Road() {}

    static TransferId transfer() {
        return new TransferId(Uuid7.random());
    }

    /** Ten teapots and thirty cups. */
    static RequestTransfer request() {
        return request(line(1, TEAPOT, 10), line(2, CUP, 30));
    }

    static RequestTransfer request(TransferLine... lines) {
        return request(ID, WAREHOUSE, LISBON, lines);
    }

    static RequestTransfer request(TransferId id, LocationId from, LocationId to, TransferLine... lines) {
        return new RequestTransfer(id, from, to, List.of(lines), EXPECTED, "Lisbon sells out", NOON);
    }

    static TransferLine line(int number, Sku sku, long units) {
        return line(number, sku, Quantity.of(units));
    }

    static TransferLine line(int number, Sku sku, Quantity quantity) {
        return new TransferLine(number, sku, quantity);
    }

    static ApproveTransfer approve() {
        return new ApproveTransfer(ID, NOON);
    }

    static Sent sent(int number, long units) {
        return new Sent(number, Quantity.of(units));
    }

    static DispatchTransfer dispatch(Sent... lines) {
        return dispatchBy(null, lines);
    }

    static DispatchTransfer dispatchBy(LocalDate expectedOn, Sent... lines) {
        return new DispatchTransfer(ID, List.of(lines), "ctt", null, expectedOn, NOON);
    }

    static DispatchTransfer dispatch(TransferId id, Sent... lines) {
        return new DispatchTransfer(id, List.of(lines), null, null, null, NOON);
    }

    /** Sound units only. */
    static Arrived all(int number, long units) {
        return arrived(number, Quantity.of(units));
    }

    static Arrived arrived(int number, Quantity sound) {
        return new Arrived(number, sound, null, null, null, null);
    }

    static Arrived arrived(int number, long received, long damaged, long lost, long returned, long surplus) {
        return new Arrived(number, units(received), units(damaged), units(lost), units(returned), units(surplus));
    }

    static ReceiveTransfer receive(Arrived... lines) {
        return receiveAt(null, lines);
    }

    static ReceiveTransfer receiveAt(LossOwner owner, Arrived... lines) {
        return receive(ID, owner, lines);
    }

    static ReceiveTransfer receive(TransferId id, LossOwner owner, Arrived... lines) {
        return new ReceiveTransfer(id, List.of(lines), owner, null, NOON);
    }

    /** @param owner of the loss; null where nobody is named */
    static CloseTransfer close(LossOwner owner) {
        return new CloseTransfer(ID, owner, false, "the seal was broken", NOON);
    }

    static CloseTransfer sendBack() {
        return new CloseTransfer(ID, null, true, "nobody was there", NOON);
    }
}
