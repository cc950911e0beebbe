package org.cartulary.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.storedvalue.Cards;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/** Puts sales together for the tests, as a channel would. What is not said is what a simple cash sale in Lisbon has. */
public final class Basket {

    private final List<Line> lines = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private SaleId sale = new SaleId(Uuid7.random());
    private LocationId location = Examples.LISBON;
    private ChannelId channel = Examples.TILL;
    private CurrencyCode currency = Examples.EUR;
    private CustomerId customer;
    private ProgrammeId programme;
    private String owner;
    private TaxMode taxMode = TaxMode.INCLUSIVE_PER_LINE;
    private Handover handover = Handover.COUNTER;
    private long orderDiscountMinor;
    private Long totalMinor;
    private long changeMinor;
    private long cashRoundingMinor;
    private boolean allowPartial;
    private Instant at = Examples.NOON;

    public static Basket of(Sku sku, long units, String price) {
        return new Basket().line(sku, Quantity.of(units), price);
    }

    public Basket line(Sku sku, Quantity quantity, String price, Tax... taxes) {
        return line(sku, null, quantity, price, 0, 0, null, taxes);
    }

    public Basket reserved(Sku sku, long units, String price, ReservationId reservation) {
        return line(sku, null, Quantity.of(units), price, 0, 0, reservation);
    }

    public Basket line(
            Sku sku,
            LocationId stock,
            Quantity quantity,
            String price,
            long discountMinor,
            long orderDiscountMinor,
            ReservationId reservation,
            Tax... taxes) {
        lines.add(new Line(
                lines.size() + 1,
                sku,
                stock,
                reservation,
                quantity,
                UnitPrice.of(price),
                discountMinor,
                orderDiscountMinor,
                List.of(taxes)));
        return this;
    }

    /** Says why the last line's discount is given. */
    public Basket because(Discount... discounts) {
        var line = lines.removeLast();
        lines.add(new Line(
                line.number(),
                line.sku(),
                line.stock(),
                line.reservation(),
                line.quantity(),
                line.unitPrice(),
                line.discountMinor(),
                line.orderDiscountMinor(),
                line.taxes(),
                List.of(discounts),
                line.card()));
        return this;
    }

    public Basket with(SaleId id) {
        sale = id;
        return this;
    }

    public Basket in(LocationId shop, String money) {
        location = shop;
        currency = CurrencyCode.of(money);
        return this;
    }

    public Basket by(ChannelId through, Handover how) {
        channel = through;
        handover = how;
        return this;
    }

    public Basket customer(String id) {
        customer = CustomerId.of(id);
        return this;
    }

    public Basket programme(ProgrammeId in) {
        programme = in;
        return this;
    }

    public Basket owner(String who) {
        owner = who;
        return this;
    }

    public Basket taxes(TaxMode mode) {
        taxMode = mode;
        return this;
    }

    public Basket orderDiscount(long minor) {
        orderDiscountMinor = minor;
        return this;
    }

    public Basket total(long minor) {
        totalMinor = minor;
        return this;
    }

    public Basket paid(TenderType type, long minor) {
        tenders.add(new Tender(tenders.size() + 1, type, minor, null, null));
        return this;
    }

    /** Paid with a gift card or a credit. */
    public Basket paid(TenderType type, long minor, StoredValueId account) {
        tenders.add(Cards.tender(tenders.size() + 1, type, minor, account));
        return this;
    }

    public Basket paid(Tender tender) {
        tenders.add(tender);
        return this;
    }

    public Basket line(Line line) {
        lines.add(line);
        return this;
    }

    /** Sells a gift card. */
    public Basket card(String price, StoredValueId account) {
        lines.add(Cards.line(lines.size() + 1, price, account, null));
        return this;
    }

    public Basket change(long minor) {
        changeMinor = minor;
        return this;
    }

    public Basket rounding(long minor) {
        cashRoundingMinor = minor;
        return this;
    }

    public Basket partial() {
        allowPartial = true;
        return this;
    }

    public Basket at(Instant when) {
        at = when;
        return this;
    }

    /** What the lines come to, taxes on top where prices do not hold them. */
    public long due() {
        if (totalMinor != null) return totalMinor;
        long due = 0;
        for (var line : lines) {
            due += line.unitPrice().amountMinor(line.quantity(), currency)
                    - line.discountMinor()
                    - line.orderDiscountMinor();
            if (!taxMode.isInclusive())
                due += line.taxes().stream().mapToLong(Tax::taxMinor).sum();
        }
        return due;
    }

    /** The sale, paid in cash exactly where no tender was named. */
    public RecordSale sale() {
        if (tenders.isEmpty() && due() > 0) paid(TenderType.CASH, due());
        return new RecordSale(
                sale,
                location,
                channel,
                null,
                null,
                customer,
                owner,
                currency,
                taxMode,
                handover,
                lines,
                orderDiscountMinor,
                due(),
                tenders,
                changeMinor,
                cashRoundingMinor,
                allowPartial,
                programme,
                at);
    }
}
