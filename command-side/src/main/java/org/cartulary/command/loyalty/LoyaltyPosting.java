package org.cartulary.command.loyalty;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyId;

/** Posts what happens to programmes and to points without a sale or a return. */
public final class LoyaltyPosting implements CommandHandling {

    private final Participants<ProgrammeId, ProgrammeState> programmes;
    private final Participants<LoyaltyId, LoyaltyState> accounts;
    private final Programmes known;

    public LoyaltyPosting(
            Participants<ProgrammeId, ProgrammeState> programmes,
            Participants<LoyaltyId, LoyaltyState> accounts,
            Programmes known) {
        this.programmes = programmes;
        this.accounts = accounts;
        this.known = known;
    }

    @CommandHandler
    public void handle(SetProgrammeTerms c) {
        var posting = new Posting();
        posting.ask(programmes.load(c.programme()), programme -> programme.decide(c));
        posting.record();
    }

    @CommandHandler
    public void handle(EnrolCustomer c) {
        post(c);
    }

    @CommandHandler
    public void handle(AdjustPoints c) {
        post(c);
    }

    @CommandHandler
    public void handle(ReviewLoyaltyAccount c) {
        post(c);
    }

    private void post(LoyaltyCommand command) {
        var programme = known.known(command.programme());
        var posting = new Posting();
        posting.ask(
                accounts.load(command.account()), account -> account.decide(command, programme, Moment.ofDecision()));
        posting.record();
    }
}
