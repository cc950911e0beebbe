package org.cartulary.command.loyalty;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;

/** What a programme grants, and granted on any day: its terms in the order in which they were set, whose dates never fall. */
@Revision("1")
public record ProgrammeState(List<ProgrammeTermsSet> terms) {

    public static final ProgrammeState NONE = new ProgrammeState(List.of());

    /** @throws CommandRejected with a {@link LoyaltyRejection} */
    public List<ProgrammeEvent> decide(ProgrammeCommand command) {
        return switch (command) {
            case SetProgrammeTerms c -> set(c);
        };
    }

    private List<ProgrammeEvent> set(SetProgrammeTerms c) {
        if (isKnown()) {
            var last = terms.getLast();
            require(c.zone().equals(last.zone()), PROGRAMME_ZONE_FIXED, "its days are counted in " + last.zone());
            require(c.currency().equals(currency()), PROGRAMME_CURRENCY_FIXED, "it earns in " + currency());
            require(
                    !c.from().isBefore(last.from()),
                    TERMS_BEFORE_LAST,
                    "the terms set last begin on " + last.from() + ", these would on " + c.from());
        }
        return List.of(new ProgrammeTermsSet(
                c.programme(), terms.size() + 1, c.from(), c.zone(), c.currency(), c.terms(), c.occurredAt()));
    }

    public boolean isKnown() {
        return !terms.isEmpty();
    }

    CurrencyCode currency() {
        return terms.getFirst().currency();
    }

    /** The terms in force on a date. @throws CommandRejected with PROGRAMME_NOT_IN_FORCE before the first ones */
    public ProgrammeTermsSet on(LocalDate date) {
        return found(date)
                .orElseThrow(() -> new CommandRejected(
                        PROGRAMME_NOT_IN_FORCE,
                        "its first terms begin on " + terms.getFirst().from()));
    }

    private Optional<ProgrammeTermsSet> found(LocalDate date) {
        return terms.reversed().stream()
                .filter(set -> !set.from().isAfter(date))
                .findFirst();
    }

    /** The terms in force on a date, or the first ones where none were yet. */
    ProgrammeTermsSet onOrFirst(LocalDate date) {
        return found(date).orElse(terms.getFirst());
    }

    /** The local date of a moment. */
    public LocalDate dateOf(Instant moment) {
        return moment.atZone(terms.getFirst().zone()).toLocalDate();
    }

    /** The moment at which a local date begins. */
    Instant midnight(LocalDate date) {
        return date.atStartOfDay(terms.getFirst().zone()).toInstant();
    }

    public ProgrammeState evolve(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeTermsSet e -> {
                var more = new ArrayList<>(terms);
                more.add(e);
                yield new ProgrammeState(List.copyOf(more));
            }
        };
    }
}
