package org.cartulary.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.transfer.Road.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.stock.StockState;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.Arrived;
import org.cartulary.command.transfer.TransferCommand.CancelTransfer;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.LineAccount;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Transfers" and "Global": whatever is asked, no unit comes from nowhere and none goes there. */
class ConservationTest {

    private static final LocationId PORTO = LocationId.of("PORTO");
    private static final List<LocationId> PLACES = List.of(WAREHOUSE, LISBON, PORTO);
    private static final long AT_FIRST = 40;

    @RegisterExtension
    final TestDatabase database = TestDatabase.migrated();

    private final List<TransferId> transfers = new ArrayList<>();
    private Random random;
    private int accepted;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onHandAndInTransitAndLostLessFoundIsWhatThereWasAtFirst(long seed) {
        random = new Random(seed);
        try (var shop = new TestLedger(database.dataSource())) {
            Examples.open(shop);
            shop.accepted(open(PORTO, "EUR", 1));
            for (var place : PLACES) shop.accepted(receive(new StockId(place, CUP), units(AT_FIRST)));
            for (int step = 0; step < 400; step++) {
                if (shop.submit(anything()).isAccepted()) accepted++;
                if (step % 20 == 19)
                    assertThat(everyUnit(shop))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(120);
            }
            assertThat(accepted).as("seed %d", seed).isBetween(50, 399);
        }
    }

    /** On hand, and in transit, and lost, without what was found. */
    private long everyUnit(TestLedger shop) {
        long sum = 0;
        for (var place : PLACES) sum += onHand(shop, new StockId(place, CUP));
        for (var transfer : transfers)
            for (var line : accounts(shop, transfer))
                sum += thousandths(line.inTransit()) + thousandths(line.lost()) - thousandths(line.surplus());
        return sum / 1_000;
    }

    private static long onHand(TestLedger shop, StockId shelf) {
        var state = StockState.EMPTY;
        for (var event : shop.stream(shelf.toString())) state = state.evolve((StockEvent) event);
        return thousandths(state.sellable()) + thousandths(state.quarantine()) + thousandths(state.damaged());
    }

    private static List<LineAccount> accounts(TestLedger shop, TransferId transfer) {
        var state = TransferState.NONE;
        for (var event : shop.stream(TransferEvent.streamOf(transfer))) state = state.evolve((TransferEvent) event);
        return state.accounts();
    }

    private static long thousandths(Quantity quantity) {
        return quantity.thousandths();
    }

    private Command anything() {
        if (transfers.size() < 3) return ask();
        var id = transfers.get(random.nextInt(transfers.size()));
        return switch (random.nextInt(12)) {
            case 0 -> ask();
            case 1, 2 -> new ApproveTransfer(id, NOON);
            case 3, 4, 5 -> dispatch(id, sent(1, 1 + random.nextInt(9)), sent(2, 1 + random.nextInt(5)));
            case 6, 7, 8, 9 ->
                receive(
                        id,
                        random.nextBoolean() ? LossOwner.CARRIER : null,
                        random.nextBoolean() ? new Arrived[] {arrives(1)} : new Arrived[] {arrives(1), arrives(2)});
            case 10 -> new CloseTransfer(id, anyOwner(), false, "given up", NOON);
            default ->
                random.nextBoolean()
                        ? new CloseTransfer(id, null, true, "sent back", NOON)
                        : new CancelTransfer(id, "not needed", NOON);
        };
    }

    private Command ask() {
        int from = random.nextInt(3);
        transfers.add(transfer());
        return request(
                transfers.getLast(),
                PLACES.get(from),
                PLACES.get((from + 1 + random.nextInt(2)) % 3),
                line(1, CUP, 3 + random.nextInt(8)),
                line(2, CUP, 3 + random.nextInt(4)));
    }

    private Arrived arrives(int line) {
        return arrived(line, 1 + random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(2), surplus());
    }

    private long surplus() {
        return random.nextInt(6) == 0 ? 1 : 0;
    }

    private LossOwner anyOwner() {
        return LossOwner.values()[random.nextInt(3)];
    }
}
