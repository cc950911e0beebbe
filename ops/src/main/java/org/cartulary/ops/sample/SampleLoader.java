package org.cartulary.ops.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import org.cartulary.command.engine.CommandRecords;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.ops.database.ServiceNotStarted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the made-up shop into an empty ledger, through the same commands that a channel sends. */
@Component
public class SampleLoader {

    private static final ClientId CLIENT = ClientId.of("sample-shop");
    /** Keys and grants are no trade: the service may have made its own before. */
    private static final String TRADED = "select exists (select from ledger.event where name !~ '^(access|ledger)[.]')";

    private final Ledger ledger;
    private final CommandRecords records;
    private final JdbcClient database;
    private final Clock clock;

    SampleLoader(Ledger ledger, CommandRecords records, JdbcClient database, Clock clock) {
        this.ledger = ledger;
        this.records = records;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param accepted how many commands the ledger took
     * @param refused how many it refused, because a shelf was empty
     * @param position of the last record
     */
    public record Loaded(int accepted, int refused, long position) {}

    /**
     * Loads what is not loaded yet; loaded again, nothing changes.
     *
     * @throws ServiceNotStarted if the ledger holds anything else
     */
    public Loaded load() {
        var day = firstLoadedOn();
        if (day.isEmpty() && database.sql(TRADED).query(Boolean.class).single())
            throw new ServiceNotStarted(
                    "The ledger holds trade already, and the made-up shop is not mixed into it.",
                    "Give it a home of its own, for example --home=sample-home.");
        int accepted = 0;
        int refused = 0;
        int number = 0;
        long position = 0;
        var neverSold = new HashSet<SaleId>();
        for (var command : SampleShop.commands(day.orElseGet(this::today))) {
            var key = key(number++);
            if (command instanceof RecordReturn returned && neverSold.contains(returned.sale())) continue;
            var answer = ledger.submit(new Sender(CLIENT, key, "sample", null, null, null), command);
            if (answer.isAccepted()) accepted++;
            else refused++;
            if (!answer.isAccepted() && command instanceof RecordSale sale) neverSold.add(sale.sale());
            position = Math.max(position, answer.position());
        }
        return new Loaded(accepted, refused, position);
    }

    /** The day on which loading began, so that a load that was interrupted goes on with the same trade. */
    private Optional<LocalDate> firstLoadedOn() {
        return records.find(CommandRecorded.streamOf(CLIENT, key(0)))
                .map(first -> LocalDate.ofInstant(first.command().occurredAt(), SampleShop.ZONE)
                        .plusDays(SampleShop.DAYS));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SampleShop.ZONE));
    }

    private static String key(int number) {
        return "sample-%05d".formatted(number);
    }
}
