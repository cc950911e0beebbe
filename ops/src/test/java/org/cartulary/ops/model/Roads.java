package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.transfer.TransferCommand;
import org.cartulary.command.transfer.TransferCommand.*;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.TransferLine;

/** Units on the road, in thousandths. */
final class Roads {

    private final Shelves shelves;
    private final Map<TransferId, RequestTransfer> requests = new HashMap<>();
    private final Map<TransferId, Map<Integer, Long>> inTransit = new HashMap<>();

    Roads(Shelves shelves) {
        this.shelves = shelves;
    }

    void apply(TransferCommand command) {
        switch (command) {
            case RequestTransfer c -> requests.put(c.transfer(), c);
            case ApproveTransfer c -> {}
            case CancelTransfer c -> {}
            case DispatchTransfer c -> c.lines().forEach(line -> dispatch(c, line));
            case ReceiveTransfer c -> c.lines().forEach(line -> receive(c, line));
            case CloseTransfer c -> close(c);
        }
    }

    private void dispatch(DispatchTransfer c, Sent sent) {
        shelves.move(source(c.transfer(), sent.number()), Condition.SELLABLE, -thousandths(sent.quantity()));
        inTransit
                .computeIfAbsent(c.transfer(), none -> new TreeMap<>())
                .put(sent.number(), thousandths(sent.quantity()));
    }

    private void receive(ReceiveTransfer c, Arrived line) {
        var there = new StockId(
                requests.get(c.transfer()).destination(),
                line(c.transfer(), line.number()).sku());
        explain(
                c.transfer(),
                line.number(),
                thousandths(line.received())
                        + thousandths(line.damaged())
                        + thousandths(line.lost())
                        + thousandths(line.returned()));
        shelves.move(there, Condition.SELLABLE, thousandths(line.received()));
        shelves.move(there, Condition.DAMAGED, thousandths(line.damaged()));
        shelves.move(source(c.transfer(), line.number()), Condition.SELLABLE, thousandths(line.returned()));
        shelves.enter(there, Condition.SELLABLE, thousandths(line.surplus()));
        shelves.lose(thousandths(line.lost()));
    }

    private void close(CloseTransfer c) {
        for (var line : Map.copyOf(inTransit.get(c.transfer())).entrySet()) {
            if (c.returned()) shelves.move(source(c.transfer(), line.getKey()), Condition.SELLABLE, line.getValue());
            else shelves.lose(line.getValue());
            explain(c.transfer(), line.getKey(), line.getValue());
        }
    }

    private void explain(TransferId transfer, int number, long units) {
        long left = inTransit.get(transfer).merge(number, -units, Long::sum);
        assertThat(left).as("in transit by " + transfer).isNotNegative();
    }

    long left(TransferId transfer, int number) {
        return inTransit.getOrDefault(transfer, Map.of()).getOrDefault(number, 0L);
    }

    private StockId source(TransferId transfer, int number) {
        return new StockId(
                requests.get(transfer).source(), line(transfer, number).sku());
    }

    private TransferLine line(TransferId transfer, int number) {
        return requests.get(transfer).lines().get(number - 1);
    }

    private static long thousandths(Quantity quantity) {
        return quantity.thousandths();
    }

    long inTransit() {
        return rows().values().stream().mapToLong(Long::longValue).sum();
    }

    /** By transfer and line, where anything is on the road. */
    Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        inTransit.forEach((transfer, lines) -> lines.forEach((number, units) -> {
            if (units > 0) rows.put(transfer + "/" + number, units);
        }));
        return rows;
    }
}
