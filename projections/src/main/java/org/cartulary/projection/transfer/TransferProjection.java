package org.cartulary.projection.transfer;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;
import static org.cartulary.projection.kernel.Column.THOUSANDTHS;

import java.util.LinkedHashSet;
import java.util.List;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;
import org.cartulary.projection.transfer.Transfers.Status;

/** Every transfer with its lines, what of them is in transit, and who bears what was lost. */
public final class TransferProjection implements Projection {

    private static final String LOSSES =
            "${schema}.loss (position, number, transfer, sku, quantity, owner, reason, occurred_at)";

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("transfer.");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var touched = new LinkedHashSet<TransferId>();
        for (var recorded : batch) touched.add(((TransferEvent) recorded.fact()).transfer());
        var fold = new Fold();
        fold.read(touched, tables);
        for (var recorded : batch) fold.apply((TransferEvent) recorded.fact(), recorded.position());
        fold.write(tables);
    }

    /** One batch in position order. */
    private static final class Fold {

        private final Transfers transfers = new Transfers();
        private final Lines lines = new Lines();
        private final CopyRows losses = new CopyRows(BIGINT, INT, TEXT, TEXT, THOUSANDTHS, TEXT, TEXT, INSTANT);

        void read(LinkedHashSet<TransferId> touched, Tables tables) {
            transfers.read(touched, tables);
            lines.read(touched, tables);
        }

        void apply(TransferEvent event, long position) {
            transfers.touch(event.transfer(), position);
            switch (event) {
                case TransferRequested e -> {
                    transfers.request(e, position);
                    lines.request(e.transfer(), e.lines());
                }
                case TransferApproved e -> transfers.become(e.transfer(), Status.APPROVED, null, position);
                case TransferDispatched e -> {
                    transfers.dispatch(e, position);
                    e.lines().forEach(line -> lines.dispatch(e.transfer(), line));
                }
                case TransferReceived e -> e.lines().forEach(line -> lines.receive(e.transfer(), line));
                case UnitsReturned e -> e.lines().forEach(line -> lines.takeBack(e.transfer(), line));
                case UnitsLost e -> lose(e, position);
                case TransferClosed e -> transfers.become(e.transfer(), Status.CLOSED, e.occurredAt(), position);
                case TransferCancelled e -> transfers.become(e.transfer(), Status.CANCELLED, e.occurredAt(), position);
            }
        }

        private void lose(UnitsLost e, long position) {
            for (var line : e.lines()) {
                lines.lose(e.transfer(), line);
                losses.add(
                        position,
                        line.number(),
                        e.transfer(),
                        line.sku(),
                        line.quantity().thousandths(),
                        e.owner(),
                        e.reason(),
                        e.occurredAt());
            }
        }

        void write(Tables tables) {
            transfers.write(tables);
            lines.write(tables);
            tables.copy(LOSSES, losses);
        }
    }
}
