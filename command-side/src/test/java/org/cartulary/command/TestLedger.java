package org.cartulary.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.cartulary.command.engine.AppendListener;
import org.cartulary.command.engine.Row;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Rejection;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.returns.LowestPrices;
import org.cartulary.command.wiring.ForCommands;
import org.cartulary.command.wiring.LedgerConfiguration;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.ledger.CommandRecorded;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side as the service wires it, over a real database. Two of them on one database are two nodes. */
public final class TestLedger implements AutoCloseable {

    /** What the ledger's clock says until it is set. */
    public static final Instant NOW = Examples.NOON;

    public final Ledger ledger;
    public final JdbcClient sql;

    private final SetClock clock = new SetClock();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EventJson json = new EventJson(EventCatalogue.CURRENT);
    private final Queue<String> toldWrongly = new ConcurrentLinkedQueue<>();

    public TestLedger(DataSource source) {
        sql = JdbcClient.create(source);
        // A singleton from elsewhere is not closed with the context.
        context.getBeanFactory().registerSingleton(ForCommands.SOURCE, source);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(AppendListener.class, () -> this::compare);
        context.registerBean(LowestPrices.class, () -> new StoredPrices(sql));
        context.register(LedgerConfiguration.class);
        context.refresh();
        ledger = context.getBean(Ledger.class);
    }

    /** Whoever follows the ledger is told what the bytes say, without reading them. */
    private void compare(long firstPosition, List<Row> rows) {
        for (var row : rows)
            if (row.stored() != null
                    && !(row.stored().data() instanceof CommandRecorded)
                    && !json.read(row.event()).equals(row.stored()))
                toldWrongly.add(row.stored() + " is stored as " + new String(row.event(), StandardCharsets.UTF_8));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Sets the ledger's clock. */
    public void clockSays(Instant moment) {
        clock.moment = moment;
    }

    private static final class SetClock extends Clock {
        private volatile Instant moment = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the ledger asks for moments alone");
        }

        @Override
        public Instant instant() {
            return moment;
        }
    }

    public static Sender sender(String key) {
        return new Sender(ClientId.of("till"), key, null, null, null, null);
    }

    public Answer submit(Command command) {
        return ledger.submit(sender(UUID.randomUUID().toString()), command);
    }

    /** Sends commands that must be accepted; says what refused one. */
    public Answer accepted(Command... commands) {
        Answer last = null;
        for (var command : commands) {
            last = submit(command);
            assertThat(last.code()).as(command + ": " + last.detail()).isNull();
        }
        return last;
    }

    public Answer refused(Command command, Rejection why) {
        var answer = submit(command);
        assertThat(answer.code()).as(answer.detail()).isEqualTo(why.name());
        return answer;
    }

    /** The facts that the command of that answer caused, without its record. */
    public List<LedgerEvent> factsOf(Answer answer) {
        return stored(answer.position() - answer.events(), answer.position()).stream()
                .map(StoredEvent::data)
                .toList();
    }

    public List<StoredEvent> stored(long from, long before) {
        return sql.sql("select event from ledger.event where position >= ? and position < ? order by position")
                .params(from, before)
                .query((row, n) -> json.read(row.getBytes(1)))
                .list();
    }

    /** Everything in one stream. */
    public List<LedgerEvent> stream(String stream) {
        return sql.sql("select event from ledger.event where stream = ? order by sequence")
                .param(stream)
                .query((row, n) -> json.read(row.getBytes(1)).data())
                .list();
    }

    public long head() {
        return sql.sql("select position from ledger.head").query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
        assertThat(toldWrongly).isEmpty();
    }
}
