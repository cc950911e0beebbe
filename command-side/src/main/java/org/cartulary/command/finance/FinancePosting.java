package org.cartulary.command.finance;

import static org.cartulary.command.kernel.CommandRejected.require;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.BusinessDay;

/** Posts money that moves without goods. */
public final class FinancePosting implements CommandHandling {

    private final References references;
    private final Births births;

    public FinancePosting(References references, Births births) {
        this.references = references;
        this.births = births;
    }

    @CommandHandler
    public void handle(RecordFinancialAdjustment c) {
        var location = references.location(c.location());
        births.require(FinanceEvent.streamOf(c.adjustment()), FinanceRejection.ADJUSTMENT_ALREADY_RECORDED);
        require(
                c.amount().currency().equals(location.currency()),
                FinanceRejection.ADJUSTMENT_IN_OTHER_CURRENCY,
                c.location() + " trades in " + location.currency());
        var posting = new Posting();
        posting.begin(
                births,
                new FinancialAdjustmentRecorded(
                        c.adjustment(),
                        c.location(),
                        c.channel(),
                        c.country() == null ? location.country() : c.country(),
                        new BusinessDay(location.zone(), location.cutOver()).of(c.occurredAt()),
                        c.kind(),
                        c.amount(),
                        c.reference(),
                        c.reason(),
                        c.occurredAt()));
        posting.record();
    }
}
