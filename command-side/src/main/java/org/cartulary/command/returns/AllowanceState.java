package org.cartulary.command.returns;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;

/** What one customer has been refunded without receipts. Uses that no look-back can reach any more are forgotten. */
@Revision("1")
public record AllowanceState(List<Used> used) {

    /** No policy may look back further, in days. */
    static final int LONGEST_LOOK_BACK = 3_650;

    public static final AllowanceState NONE = new AllowanceState(List.of());

    public record Used(long amountMinor, CurrencyCode currency, LocalDate businessDay) {}

    /** @param capWaived whether somebody who may has overridden the cap */
    public List<ReturnEvent> decide(AllowanceUsed use, int lookBackDays, long capMinor, boolean capWaived) {
        var from = use.businessDay().minusDays(lookBackDays);
        var before = used.stream()
                .filter(past -> past.currency().equals(use.currency())
                        && !past.businessDay().isBefore(from))
                .map(past -> BigInteger.valueOf(past.amountMinor()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var after = before.add(BigInteger.valueOf(use.amountMinor()));
        require(
                capWaived || after.compareTo(BigInteger.valueOf(capMinor)) <= 0,
                ReturnsRejection.CAP_WITHOUT_RECEIPT_REACHED,
                "a customer gets at most " + capMinor + " in " + lookBackDays + " days, has had " + before);
        return List.of(use);
    }

    public AllowanceState evolve(AllowanceUsed e) {
        var kept = new ArrayList<>(used);
        kept.removeIf(past -> past.businessDay().isBefore(e.businessDay().minusDays(LONGEST_LOOK_BACK)));
        kept.add(new Used(e.amountMinor(), e.currency(), e.businessDay()));
        return new AllowanceState(List.copyOf(kept));
    }
}
