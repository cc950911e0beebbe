package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Shelves.stock;

import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandRecordsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Shelves shelves = new Shelves(database.dataSource());
    private final CommandRecords records =
            new CommandRecords(database.dataSource(), new EventJson(EventCatalogue.CURRENT));

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void aRecordIsFoundWithThePositionsOfItsCommand() {
        var command = recorded("key-1", 1);
        var appended = shelves.command(() -> {
            shelves.receiveWithin(stock("TEA"), 1);
            publish(command);
        });
        assertThat(records.find("command/till/key-1"))
                .contains(new RecordedCommand(appended.lastPosition(), command))
                .map(RecordedCommand::firstPosition)
                .contains(appended.firstPosition());
        assertThat(records.find("command/till/key-2")).isEqualTo(Optional.empty());
    }

    @Test
    void aCommandThatIsExecutedTwiceIsStoredOnce() {
        shelves.command(() -> publish(recorded("key-3", 0)));
        assertThatThrownBy(() -> shelves.command(() -> {
                    shelves.receiveWithin(stock("CUP"), 1);
                    publish(recorded("key-3", 1));
                }))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.stream()).isEqualTo("command/till/key-3"));
        assertThat(Rows.positions(database, stock("CUP").toString())).isEmpty();
    }

    private void publish(CommandRecorded command) {
        shelves.store.publish(new GenericDomainEventMessage<>("CommandRecorded", command.stream(), 0, command));
    }

    private static CommandRecorded recorded(String key, int events) {
        return new CommandRecorded(
                ClientId.of("till"),
                key,
                "stock.ReceiveGoods",
                "00",
                Outcome.ACCEPTED,
                events,
                null,
                null,
                null,
                null,
                null,
                Rows.NOON);
    }
}
