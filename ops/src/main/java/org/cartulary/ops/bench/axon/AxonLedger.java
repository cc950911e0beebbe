package org.cartulary.ops.bench.axon;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.cartulary.command.kernel.Command;
import org.cartulary.ops.database.Database;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Takes receipts and checkouts. As it comes, but for the two things without which it would not work on PostgreSQL or not be
 * comparable: it is told PostgreSQL's code for a key that is there already, and writes JSON. Transactions and connections are
 * given to it as its Spring integration gives them: the bus opens one for each command, out of a pool of Spring's default size.
 */
public final class AxonLedger implements AutoCloseable {

    private static final String UNIQUE_VIOLATION = "23505";

    private final HikariDataSource pool = new HikariDataSource();
    private final EmbeddedEventStore events;
    private final SimpleCommandBus bus;

    /** Its tables are made in the schema of the references. */
    public AxonLedger(Database database) {
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setSchema("cartulary_bench");
        var transactions = new SpringTransactions(new JdbcTransactionManager(pool));
        events =
                EmbeddedEventStore.builder().storageEngine(engine(transactions)).build();
        bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        var postings = new AxonPostings(repository(ShelfShell.class), repository(SaleShell.class), events);
        new AnnotationCommandHandlerAdapter<>(postings).subscribe(bus);
    }

    private JdbcEventStorageEngine engine(TransactionManager transactions) {
        var json = Jackson3Serializer.builder().build();
        var engine = JdbcEventStorageEngine.builder()
                .eventSerializer(json)
                .snapshotSerializer(json)
                .connectionProvider(new TransactionAwareDataSourceProxy(pool)::getConnection)
                .transactionManager(transactions)
                .persistenceExceptionResolver(AxonLedger::isKeyThere)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    private static boolean isKeyThere(Exception failure) {
        return failure instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private <A> EventSourcingRepository<A> repository(Class<A> shell) {
        return EventSourcingRepository.builder(shell)
                .eventStore((EventStore) events)
                .build();
    }

    /** Returns when the events are committed. @throws IllegalStateException if they are not */
    public void submit(Command command) {
        var failure = new AtomicReference<Throwable>();
        bus.dispatch(new GenericCommandMessage<>(command), (sent, result) -> {
            if (result.isExceptional()) failure.set(result.exceptionResult());
        });
        if (failure.get() != null) throw new IllegalStateException(failure.get());
    }

    @Override
    public void close() {
        events.shutDown();
        pool.close();
    }
}
