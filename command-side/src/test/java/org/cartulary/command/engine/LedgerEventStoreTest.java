package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.engine.Shelves.stock;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.cartulary.events.stock.StockId;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A unit of work sees what it has staged, and nobody else does. */
class LedgerEventStoreTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Shelves shelves = new Shelves(database.dataSource());

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void whatIsStagedIsReadAfterWhatIsStored() {
        var tea = stock("TEA");
        shelves.receiveFirst(tea, 1);
        shelves.command(() -> {
            shelves.load(tea).execute(shelf -> shelf.receive(tea, 2));
            assertThat(sequences(tea)).containsExactly(0L, 1L);
            assertThat(shelves.store.lastSequenceNumberFor(tea.toString())).contains(1L);
            assertThat(shelves.engine.lastSequenceNumberFor(tea.toString())).contains(0L);
            assertThat(sequences(stock("CUP"))).isEmpty();
        });
        assertThat(sequences(tea)).containsExactly(0L, 1L);
    }

    @Test
    void whatANestedUnitOfWorkTookBackIsNotStaged() {
        var cup = stock("CUP");
        shelves.command(() -> {
            var nested = DefaultUnitOfWork.startAndGet(null);
            shelves.receiveWithin(cup, 1);
            assertThat(sequences(cup)).containsExactly(0L);
            nested.rollback();
            assertThat(sequences(cup)).isEmpty();
        });
        assertThat(sequences(cup)).isEmpty();
    }

    @Test
    void whatANestedUnitOfWorkKeptIsPartOfTheOnePosting() {
        var mug = stock("MUG");
        var appended = shelves.command(() -> {
            var nested = DefaultUnitOfWork.startAndGet(null);
            shelves.receiveWithin(mug, 1);
            nested.commit();
            assertThat(sequences(mug)).containsExactly(0L);
        });
        assertThat(Rows.positions(database, mug.toString())).containsExactly(appended.firstPosition());
    }

    private Iterable<Long> sequences(StockId stock) {
        return shelves.store
                .readEvents(stock.toString())
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
