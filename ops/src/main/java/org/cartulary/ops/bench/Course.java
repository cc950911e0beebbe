package org.cartulary.ops.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.cartulary.command.kernel.Command;
import org.cartulary.ops.bench.axon.AxonLedger;
import org.cartulary.ops.bench.loop.Caller;
import org.cartulary.ops.bench.loop.Callers;
import org.cartulary.ops.bench.sql.Backup;
import org.cartulary.ops.bench.sql.CopyReference;
import org.cartulary.ops.bench.sql.SqlCall;
import org.cartulary.ops.bench.sql.SqlClients;
import org.cartulary.ops.bench.sql.SqlReferences;

/** All that is measured in a run, in its order. */
final class Course implements AutoCloseable {

    static final String P = "P";
    static final String N = "N";
    static final String C = "C";
    static final String H = "H";
    static final String COMMANDS = "commands";
    static final String CHECKOUTS = "checkouts";
    static final String X_COMMANDS = "X-commands";
    static final String X_CHECKOUTS = "X-checkouts";
    static final String HOT = "hot";
    static final String HTTP_CHECKOUTS = "http-checkouts";
    static final String BULK = "bulk";
    static final String READS = "reads";
    static final String SALES_BY_MONTH = "sales-by-month";
    static final String MIXED = "mixed";
    static final String BACKUP = "backup";
    static final String OPEN = "open-";

    /** Each reference close to what is compared with it, so that both see the same machine. */
    static final List<Step> STEPS = List.of(
            Step.of(P, course -> course.sql(P, "one-row inserts", course.insert())),
            Step.of(COMMANDS, course -> course.inProcess(COMMANDS, course.many(), Loads.receipts(Assortment.SHELVES))),
            Step.of(X_COMMANDS, course -> course.axon(X_COMMANDS, course.many(), Loads.receipts(Assortment.SHELVES))),
            Step.of(CHECKOUTS, course -> course.inProcess(CHECKOUTS, course.few(), Loads.checkouts())),
            Step.of(X_CHECKOUTS, course -> course.axon(X_CHECKOUTS, course.few(), Loads.checkouts())),
            Step.of(HOT, course -> course.inProcess(HOT, course.many(), Loads.receipts(1))),
            Step.of(H, course -> course.sql(H, "transfers", course.sql.hotTransfer())),
            Step.of(N, course -> course.http(N, () -> Requests.NO_OP)),
            Step.reading(READS, course -> course.http(READS, course.requests::availability)),
            Step.reading(SALES_BY_MONTH, Course::salesByMonth),
            Step.of(HTTP_CHECKOUTS, course -> course.http(HTTP_CHECKOUTS, course.requests::checkout)),
            Step.of(Overload.NAME, Course::overload),
            Step.of(SoldOut.NAME, Course::soldOut),
            Step.of(BULK, Course::bulk),
            Step.reading(MIXED, course -> course.http(MIXED, course::readOrWrite)),
            Step.of(OPEN + COMMANDS, Course::openCommands),
            Step.of(OPEN + HTTP_CHECKOUTS, course -> course.openHttp(HTTP_CHECKOUTS, course.requests::checkout)),
            Step.reading(OPEN + READS, course -> course.openHttp(READS, course.requests::availability)),
            Step.whenAsked(Steady.NAME, Course::steady),
            Step.reading(ReturnedGoods.NAME, Course::returns),
            Step.of(ColdLoad.NAME, Course::load),
            Step.of(BACKUP, Course::backup),
            Step.of(C, Course::copy),
            Step.reading(Replays.STOCK, course -> course.replay(Replays.STOCK)),
            Step.reading(Replays.TRADE, course -> course.replay(Replays.TRADE)),
            Step.reading(Replays.HISTORY, course -> course.replay(Replays.HISTORY)),
            Step.of(Starts.PACKAGED, course -> course.start(Starts.PACKAGED, Starts.packaged())),
            Step.of(Starts.PLAIN, course -> course.start(Starts.PLAIN, Optional.of(Starts.plain()))));

    private static final String IN_PROCESS = "in process";
    private static final String HTTP = "HTTP";

    /** Of a hundred requests of the mixed load so many are checkouts. */
    private static final int WRITES_PERCENT = 20;

    private final MeasuredService service;
    private final Meter meter;
    private final SqlClients clients;
    private final SqlReferences sql;
    private final Path scratch;
    private final Requests requests = new Requests();

    /** @param scratch a directory for whatever has to lie somewhere */
    Course(MeasuredService service, Meter meter, SqlClients clients, Path scratch) throws SQLException {
        this.service = service;
        this.meter = meter;
        this.clients = clients;
        this.sql = new SqlReferences(service.database());
        this.scratch = scratch;
    }

    /** The load whose maximum an open loop halves. */
    static String closed(String open) {
        return open.substring(OPEN.length());
    }

    /** No-op requests at the rate of this open loop. */
    static String noOp(String open) {
        return N + "-" + open;
    }

    private int many() {
        return meter.extent().callers();
    }

    private int few() {
        return meter.extent().clients();
    }

    private SqlCall insert() {
        return sql.insert(service.eventBytes());
    }

    private void sql(String name, String what, SqlCall call) {
        int count = meter.extent().clients();
        var measured =
                clients.run(call, count, meter.extent().warmUp(), meter.extent().time());
        meter.figures()
                .add(Figure.of(name, "%s by %s, %d clients".formatted(what, clients.name(), count), 1, measured));
    }

    private void inProcess(String name, int count, Supplier<Command> commands) {
        meter.closed(name, IN_PROCESS, count, callers(commands));
    }

    private Supplier<Caller> callers(Supplier<Command> commands) {
        return () -> new LedgerCaller(service.ledger(), commands);
    }

    private void axon(String name, int count, Supplier<Command> commands) {
        try (var axon = new AxonLedger(service.database())) {
            Callers.forEach(MeasuredService.PREPARING, Assortment.stock(), axon::submit);
            meter.closed(name, "Axon's defaults", count, () -> () -> axon.submit(commands.get()));
        }
    }

    private void http(String name, Supplier<byte[]> request) {
        meter.closed(name, HTTP, few(), connections(request));
    }

    /** One analyst: more of them would only wait for each other's place. */
    private void salesByMonth() {
        meter.closed(SALES_BY_MONTH, HTTP, 1, connections(Requests::salesByMonth));
    }

    private Supplier<Caller> connections(Supplier<byte[]> request) {
        return () -> HttpCaller.of(service.port(), request);
    }

    private void overload() {
        new Overload(service, meter).run(requests::checkout);
    }

    private void soldOut() {
        try (var crowd = new SoldOut(service, meter)) {
            crowd.run(requests);
        }
    }

    private void bulk() {
        meter.closed(
                BULK,
                HTTP + ", %,d commands a request".formatted(Requests.BULK),
                meter.extent().bulkClients(),
                Requests.BULK,
                () -> BulkCaller.of(service.port(), requests));
    }

    private byte[] readOrWrite() {
        return ThreadLocalRandom.current().nextInt(100) < WRITES_PERCENT
                ? requests.checkout()
                : requests.availability();
    }

    /** The reference has the same rate, or half of its own maximum where that is less: a rate that it can't keep up proves nothing. */
    private void open(String closed, String way, int count, Supplier<Caller> callers) {
        var name = OPEN + closed;
        double perSecond = Math.min(meter.half(closed), meter.half(N));
        meter.open(noOp(name), HTTP, perSecond, few(), connections(() -> Requests.NO_OP));
        meter.open(name, way, meter.half(closed), count, callers);
    }

    private void openCommands() {
        open(COMMANDS, IN_PROCESS, many(), callers(Loads.receipts(Assortment.SHELVES)));
    }

    private void openHttp(String closed, Supplier<byte[]> request) {
        open(closed, HTTP, few(), connections(request));
    }

    private void steady() {
        double most = meter.figures().get(HTTP_CHECKOUTS).perSecond();
        var customers = new Generations(service);
        new Steady(service, meter).run(most, connections(() -> requests.checkout(customers.get())));
    }

    private void returns() {
        new ReturnedGoods(service, meter).run(connections(requests::checkout));
    }

    private void load() {
        Supplier<String> shelves =
                () -> Assortment.receipt(ThreadLocalRandom.current().nextInt(Assortment.SHELVES), 1)
                        .stock()
                        .toString();
        meter.closed(
                ColdLoad.NAME, IN_PROCESS, meter.extent().bulkClients(), () -> new ColdLoad(service.engine(), shelves));
    }

    private void backup() {
        var measured = new Backup(service.database()).run(service.events());
        meter.figures().add(Figure.of(BACKUP, "COPY of the whole ledger to nowhere, 1 client", 1, measured));
    }

    private void copy() {
        var measured = new CopyReference(service.database()).run(meter.extent().time());
        meter.figures().add(Figure.of(C, "COPY of the ledger's first events, 1 client", 1, measured));
    }

    private void replay(String name) {
        var measured = new Replays(service.projections())
                .run(name, meter.extent().time().multipliedBy(4));
        meter.figures().add(Figure.of(name, "one projection made anew", 1, measured));
    }

    private void start(String name, Optional<List<String>> program) {
        if (program.isEmpty()) {
            meter.figures().note(name + " is not measured: this process does not run out of the packaged jar.");
            return;
        }
        var command = program.get();
        var measured = new Starts(service.database(), scratch)
                .run(command, meter.extent().time().multipliedBy(2));
        var way = "%s, a ledger of %,d events"
                .formatted(Path.of(command.getFirst()).getFileName(), service.events());
        meter.figures().add(Figure.ofTimes(name, way, measured));
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
