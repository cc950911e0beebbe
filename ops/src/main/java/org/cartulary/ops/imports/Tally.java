package org.cartulary.ops.imports;

import java.util.EnumMap;
import java.util.Map;
import org.cartulary.command.kernel.Answer;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;

/** Counts what has become of the commands, and hands the rows of refused ones to the rejects. */
public class Tally {

    private static final String PRODUCT_KNOWN = "PRODUCT_ALREADY_REGISTERED";

    private final Rejects rejects;
    private final Map<Outcome, Long> now = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Long> before = new EnumMap<>(Outcome.class);

    public Tally(Rejects rejects) {
        this.rejects = rejects;
    }

    protected synchronized void answered(Step step, Answer answer) {
        now.merge(answer.outcome(), 1L, Long::sum);
        if (!answer.isAccepted()) refused(step, answer.code(), answer.detail());
    }

    synchronized void answeredBefore(Step step, CommandRecorded record) {
        before.merge(record.outcome(), 1L, Long::sum);
        if (record.outcome() == Outcome.REFUSED) refused(step, record.code(), record.detail());
    }

    /** Of commands without rows only those of products may be refused: another channel may sell the same ones. */
    private void refused(Step step, String code, String detail) {
        if (step.rows().isEmpty() && !code.equals(PRODUCT_KNOWN))
            throw new ImportStopped("The import can't begin, " + step.key() + " is refused: " + code + ", " + detail);
        step.rows().forEach(row -> rejects.add(RefusedRow.of(row, code + ": " + detail)));
    }

    /** How many commands this run sent. */
    synchronized long sent() {
        return now.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many commands an earlier run had sent. */
    synchronized long sentBefore() {
        return before.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized long refused() {
        return now.getOrDefault(Outcome.REFUSED, 0L) + before.getOrDefault(Outcome.REFUSED, 0L);
    }
}
