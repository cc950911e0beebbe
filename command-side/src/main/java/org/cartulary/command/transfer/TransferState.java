package org.cartulary.command.transfer;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.transfer.TransferRejection.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.Arrived;
import org.cartulary.command.transfer.TransferCommand.CancelTransfer;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.command.transfer.TransferCommand.ReceiveTransfer;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.command.transfer.TransferCommand.Sent;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.transfer.LineAccount;
import org.cartulary.events.transfer.Route;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.events.transfer.TransferLine;

/**
 * What a transfer knows: requested, approved, dispatched, and closed as soon as every unit that left is explained; or
 * cancelled before anything left.
 *
 * @param requested the lines as they were asked for
 * @param accounts what became of each line since it was dispatched; empty until then
 * @param expectedOn the date on which the goods should arrive; may be absent
 */
@Revision("1")
public record TransferState(
        Status status, Route route, List<TransferLine> requested, List<LineAccount> accounts, LocalDate expectedOn) {

    public enum Status {
        NONE,
        REQUESTED,
        APPROVED,
        DISPATCHED,
        CLOSED,
        CANCELLED
    }

    public static final TransferState NONE = new TransferState(Status.NONE, null, List.of(), List.of(), null);

    /** @throws CommandRejected with a {@link TransferRejection} */
    public List<TransferEvent> decide(TransferCommand command) {
        return switch (command) {
            case RequestTransfer c -> request(c);
            case ApproveTransfer c -> approve(c);
            case DispatchTransfer c -> dispatch(c);
            case ReceiveTransfer c -> receive(c);
            case CloseTransfer c -> close(c);
            case CancelTransfer c -> cancel(c);
        };
    }

    private List<TransferEvent> request(RequestTransfer c) {
        require(status == Status.NONE, TRANSFER_ALREADY_REQUESTED, c.transfer() + " exists already");
        return List.of(
                new TransferRequested(c.transfer(), c.route(), c.lines(), c.expectedOn(), c.reason(), c.occurredAt()));
    }

    private List<TransferEvent> approve(ApproveTransfer c) {
        requireStanding(c.transfer());
        require(status == Status.REQUESTED, TRANSFER_ALREADY_APPROVED, c.transfer() + " is approved");
        return List.of(new TransferApproved(c.transfer(), route, requested, c.occurredAt()));
    }

    private List<TransferEvent> cancel(CancelTransfer c) {
        requireStanding(c.transfer());
        requireNotDispatched(c.transfer());
        return List.of(new TransferCancelled(c.transfer(), route, requested, c.reason(), c.occurredAt()));
    }

    private List<TransferEvent> dispatch(DispatchTransfer c) {
        requireStanding(c.transfer());
        require(status != Status.REQUESTED, TRANSFER_NOT_APPROVED, c.transfer() + " awaits its approval");
        requireNotDispatched(c.transfer());
        c.lines().forEach(sent -> requireLine(sent.number()));
        c.lines().forEach(this::requireRequested);
        var lines = requested.stream().map(line -> leaving(line, c.lines())).toList();
        var expected = c.expectedOn() == null ? expectedOn : c.expectedOn();
        return List.of(
                new TransferDispatched(c.transfer(), route, lines, c.carrier(), c.sscc(), expected, c.occurredAt()));
    }

    private void requireRequested(Sent sent) {
        var line = requested.get(sent.number() - 1);
        require(
                !sent.quantity().isMoreThan(line.quantity()),
                DISPATCH_EXCEEDS_REQUEST,
                "line " + line.number() + " requests " + line.quantity() + ", sent are " + sent.quantity());
    }

    private static DispatchedLine leaving(TransferLine line, List<Sent> sent) {
        var quantity = sent.stream()
                .filter(leaving -> leaving.number() == line.number())
                .map(Sent::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        var rest = line.quantity().minus(quantity);
        return new DispatchedLine(line.number(), line.sku(), quantity, rest);
    }

    private List<TransferEvent> receive(ReceiveTransfer c) {
        requireDispatched(c.transfer());
        c.lines().forEach(arrived -> requireLine(arrived.number()));
        c.lines().forEach(this::requireInTransit);
        c.lines().forEach(this::requireSurplusLast);
        require(
                c.lossOwner() != null
                        || c.lines().stream().allMatch(arrived -> arrived.lost().isZero()),
                LOSS_WITHOUT_OWNER,
                "source, carrier or destination bears what is lost");
        var decided = new ArrayList<TransferEvent>();
        var reached = reached(c);
        if (!reached.isEmpty()) decided.add(new TransferReceived(c.transfer(), route, reached, c.occurredAt()));
        var back = units(c, Arrived::returned);
        if (!back.isEmpty()) decided.add(new UnitsReturned(c.transfer(), route, back, c.reason(), c.occurredAt()));
        var lost = units(c, Arrived::lost);
        if (!lost.isEmpty())
            decided.add(new UnitsLost(c.transfer(), route, lost, c.lossOwner(), c.reason(), c.occurredAt()));
        return closedIfExplained(c, decided);
    }

    private void requireInTransit(Arrived arrived) {
        var line = accounts.get(arrived.number() - 1);
        require(
                !arrived.explained().isMoreThan(line.inTransit()),
                RECEIPT_EXCEEDS_DISPATCH,
                "line " + line.number() + " has " + line.inTransit() + " in transit, explained are "
                        + arrived.explained());
    }

    private void requireSurplusLast(Arrived arrived) {
        var left = accounts.get(arrived.number() - 1).inTransit().minus(arrived.explained());
        require(
                arrived.surplus().isZero() || left.isZero(),
                SURPLUS_BEFORE_REST,
                "line " + arrived.number() + " has " + left + " in transit still, which come first");
    }

    private List<ReceivedLine> reached(ReceiveTransfer c) {
        return c.lines().stream()
                .map(line -> new ReceivedLine(
                        line.number(), sku(line.number()), line.received(), line.damaged(), line.surplus()))
                .filter(line -> !line.quantity().isZero()
                        || !line.damaged().isZero()
                        || !line.surplus().isZero())
                .toList();
    }

    private List<TransferLine> units(ReceiveTransfer c, Function<Arrived, Quantity> which) {
        return c.lines().stream()
                .map(line -> new TransferLine(line.number(), sku(line.number()), which.apply(line)))
                .filter(line -> !line.quantity().isZero())
                .toList();
    }

    private List<TransferEvent> close(CloseTransfer c) {
        requireDispatched(c.transfer());
        require(status != Status.CLOSED, TRANSFER_ALREADY_CLOSED, "nothing of " + c.transfer() + " is in transit");
        require(
                c.returned() || c.lossOwner() != null,
                LOSS_WITHOUT_OWNER,
                "source, carrier or destination bears what is lost, unless it is back at the source");
        var rest = accounts.stream()
                .filter(line -> !line.inTransit().isZero())
                .map(line -> new TransferLine(line.number(), line.sku(), line.inTransit()))
                .toList();
        return closedIfExplained(
                c,
                List.of(
                        c.returned()
                                ? new UnitsReturned(c.transfer(), route, rest, c.reason(), c.occurredAt())
                                : new UnitsLost(c.transfer(), route, rest, c.lossOwner(), c.reason(), c.occurredAt())));
    }

    /** With the last unit that is explained the transfer is closed, and says what became of all of them. */
    private List<TransferEvent> closedIfExplained(TransferCommand c, List<TransferEvent> decided) {
        var after = this;
        for (var event : decided) after = after.evolve(event);
        if (status == Status.CLOSED || after.isInTransit()) return List.copyOf(decided);
        var all = new ArrayList<>(decided);
        all.add(new TransferClosed(c.transfer(), route, after.accounts, c.occurredAt()));
        return List.copyOf(all);
    }

    public TransferState evolve(TransferEvent event) {
        return switch (event) {
            case TransferRequested e ->
                new TransferState(Status.REQUESTED, e.route(), e.lines(), List.of(), e.expectedOn());
            case TransferApproved e -> become(Status.APPROVED);
            case TransferDispatched e ->
                new TransferState(Status.DISPATCHED, route, requested, accounts(e.lines()), e.expectedOn());
            case TransferReceived e -> {
                var state = this;
                for (var line : e.lines())
                    state = state.with(
                            line.number(), account -> account.arrived(line.quantity(), line.damaged(), line.surplus()));
                yield state;
            }
            case UnitsLost e -> {
                var state = this;
                for (var line : e.lines()) state = state.with(line.number(), account -> account.lose(line.quantity()));
                yield state;
            }
            case UnitsReturned e -> {
                var state = this;
                for (var line : e.lines())
                    state = state.with(line.number(), account -> account.takeBack(line.quantity()));
                yield state;
            }
            case TransferClosed e -> become(Status.CLOSED);
            case TransferCancelled e -> become(Status.CANCELLED);
        };
    }

    private static List<LineAccount> accounts(List<DispatchedLine> lines) {
        return lines.stream()
                .map(line -> LineAccount.of(line.number(), line.sku(), line.quantity()))
                .toList();
    }

    /** What a known line moves. */
    public Sku sku(int number) {
        return requested.get(number - 1).sku();
    }

    private boolean isInTransit() {
        return accounts.stream().anyMatch(line -> !line.inTransit().isZero());
    }

    private TransferState become(Status next) {
        return new TransferState(next, route, requested, accounts, expectedOn);
    }

    private TransferState with(int number, UnaryOperator<LineAccount> change) {
        var changed = new ArrayList<>(accounts);
        changed.set(number - 1, change.apply(changed.get(number - 1)));
        return new TransferState(status, route, requested, List.copyOf(changed), expectedOn);
    }

    private void requireStanding(TransferId transfer) {
        require(status != Status.NONE, TRANSFER_UNKNOWN, "there is no transfer " + transfer);
        require(status != Status.CANCELLED, TRANSFER_CANCELLED, transfer + " was cancelled");
    }

    private void requireNotDispatched(TransferId transfer) {
        require(accounts.isEmpty(), TRANSFER_ALREADY_DISPATCHED, "the goods of " + transfer + " have left");
    }

    private void requireDispatched(TransferId transfer) {
        requireStanding(transfer);
        require(!accounts.isEmpty(), TRANSFER_NOT_DISPATCHED, "the goods of " + transfer + " have not left");
    }

    private void requireLine(int number) {
        require(number >= 1 && number <= requested.size(), TRANSFER_LINE_UNKNOWN, "the transfer has no line " + number);
    }
}
