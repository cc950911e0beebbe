package org.cartulary.ops.imports;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Ledger;
import org.springframework.dao.DataAccessException;

/**
 * One run of an import: registers locations and products, receives the opening stock, sends the trade, waits for the projections, and
 * reconciles. Stopped at any moment and run again, it sends what is missing; run again when all is there, it sends nothing.
 */
public final class ImportRun {

    /** So many commands are looked up at once. */
    private static final int BATCH = 500;

    private final Trade trade;
    private final DataSource source;
    private final Rejects rejects;
    private final Tally tally;
    private final Answered answered;
    private final Dispatch dispatch;
    private final List<Step> batch = new ArrayList<>();

    /**
     * @param source reads what projections have written
     * @param inFlight how many commands wait for their answers at once
     */
    ImportRun(
            Trade trade,
            Ledger ledger,
            Answered answered,
            DataSource source,
            Rejects rejects,
            Tally tally,
            int inFlight) {
        this.trade = trade;
        this.source = source;
        this.rejects = rejects;
        this.tally = tally;
        this.answered = answered;
        this.dispatch = new Dispatch(ledger, inFlight, tally::answered);
    }

    /**
     * @param progress is told each second how far it is
     * @throws ImportStopped if it can't go on
     */
    public Comparison run(PrintWriter progress) {
        var mark = new LedgerMark(source);
        try (var line = new ProgressLine(progress, mark, trade.rows())) {
            var registrations = trade.registrations();
            var openingStock = trade.openingStock();
            line.register(registrations.size() + openingStock.size());
            inOrder(send -> registrations.forEach(told(send, line)));
            inOrder(send -> openingStock.forEach(told(send, line)));
            inOrder(send -> trade.plan(send, rejects::add, row -> line.read()));
            new ProjectionsBehind(mark).await(mark.head());
            return trade.compare(source, rejects);
        } catch (DataAccessException gone) {
            throw ImportStopped.noAnswer(gone);
        }
    }

    private static Consumer<Step> told(Consumer<Step> send, ProgressLine line) {
        return send.andThen(step -> line.registered());
    }

    /** All of these commands are answered before anything else begins. */
    private void inOrder(Consumer<Consumer<Step>> steps) {
        steps.accept(this::add);
        flush();
        dispatch.drain();
    }

    private void add(Step step) {
        batch.add(step);
        if (batch.size() == BATCH) flush();
    }

    private void flush() {
        var records = answered.among(batch);
        for (var step : batch) {
            var record = records.get(step.key());
            if (record == null) dispatch.send(step);
            else tally.answeredBefore(step, record);
        }
        batch.clear();
    }
}
