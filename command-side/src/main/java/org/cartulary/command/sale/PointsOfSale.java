package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.loyalty.Earnings;
import org.cartulary.command.loyalty.LoyaltyPart.PointsTender;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.command.loyalty.LoyaltyState;
import org.cartulary.command.loyalty.Programmes;
import org.cartulary.command.reference.References;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsRedeemed;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.sale.DrawnTender;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleEarning;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TenderType;

/** What a sale has to do with points: its tenders in points, and what it earns, both in the sale's own append. */
public final class PointsOfSale {

    private final References references;
    private final Programmes programmes;
    private final Participants<LoyaltyId, LoyaltyState> accounts;

    public PointsOfSale(References references, Programmes programmes, Participants<LoyaltyId, LoyaltyState> accounts) {
        this.references = references;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    /**
     * @param programme in which the customer earns and spends; null outside any
     * @param sale as it is recorded but for its points
     * @return the sale with the lots that paid and with what it earned
     * @throws org.cartulary.command.kernel.CommandRejected with a sale's or a programme's rejection
     */
    SaleRecorded ask(Posting posting, ProgrammeId programme, SaleRecorded sale) {
        var tenders = sale.tenders().stream()
                .filter(tender -> tender.type() == TenderType.POINTS)
                .map(tender -> new PointsTender(tender.number(), tender.amountMinor()))
                .toList();
        require(
                programme != null || tenders.isEmpty(),
                SaleRejection.TENDER_NOT_ACCEPTED,
                "points are of a programme, and the sale names none");
        return programme == null ? sale : inProgramme(posting, programme, sale, tenders);
    }

    private SaleRecorded inProgramme(Posting posting, ProgrammeId name, SaleRecorded sale, List<PointsTender> tenders) {
        var programme = programmes.known(name);
        var terms = programme.on(sale.businessDay()).terms();
        var id = new LoyaltyId(name, sale.customer());
        var account = accounts.load(id);
        var tier = account.invoke(points -> points.tierAt(id, programme, Moment.ofDecision()));
        var earned = earned(terms, tier, sale, tenders);
        var part = new Sold(
                id,
                sale.sale(),
                sale.currency(),
                sale.businessDay(),
                tenders.stream().filter(tender -> tender.amountMinor() > 0).toList(),
                earned.baseMinor(),
                earned.points(),
                usableFrom(terms, sale, programme.dateOf(sale.occurredAt())),
                sale.occurredAt());
        var decided = posting.ask(account, points -> points.decide(part, programme, Moment.ofDecision()));
        return sale.with(drawn(sale, decided), earning(name, earned, decided), earned.lines());
    }

    private Earnings earned(ProgrammeTerms terms, String tier, SaleRecorded sale, List<PointsTender> tenders) {
        var earning = sale.lines().stream()
                .map(line -> new Mapped(line, references.product(line.sku())))
                .filter(mapped -> mapped.product().kind() != Kind.GIFT_CARD)
                .map(Mapped::earning)
                .toList();
        long inPoints = tenders.stream().mapToLong(PointsTender::amountMinor).sum();
        return Earnings.of(terms, tier, sale.totalMinor(), inPoints, earning);
    }

    private record Mapped(SaleLine line, ProductRegistered product) {

        Earnings.Line earning() {
            return new Earnings.Line(
                    line.number(), line.netMinor(), product.category(), product.kind() == Kind.SERVICE);
        }
    }

    private static LocalDate usableFrom(ProgrammeTerms terms, SaleRecorded sale, LocalDate soldOn) {
        if (terms.pending() == Pending.RETURN_WINDOW)
            return sale.returnableUntil().plusDays(1);
        boolean atOnce = sale.handover() == Handover.COUNTER || terms.pendingDays() == 0;
        return atOnce ? null : soldOn.plusDays(terms.pendingDays());
    }

    /** Beside what other tenders have drawn, in the order of the tenders. */
    private static List<DrawnTender> drawn(SaleRecorded sale, List<LoyaltyEvent> decided) {
        var others = sale.drawn() == null ? Stream.<DrawnTender>empty() : sale.drawn().stream();
        var points = decided.stream()
                .filter(PointsRedeemed.class::isInstance)
                .map(PointsRedeemed.class::cast)
                .map(redeemed -> new DrawnTender(redeemed.tender(), redeemed.parts()));
        return Stream.concat(others, points)
                .sorted(Comparator.comparing(DrawnTender::tender))
                .toList();
    }

    private static SaleEarning earning(ProgrammeId programme, Earnings earned, List<LoyaltyEvent> decided) {
        return decided.stream()
                .filter(PointsEarned.class::isInstance)
                .map(PointsEarned.class::cast)
                .findFirst()
                .map(e -> new SaleEarning(programme, e.baseMinor(), e.points(), e.lot(), e.expiresOn()))
                .orElse(new SaleEarning(programme, earned.baseMinor(), earned.points(), null, null));
    }
}
