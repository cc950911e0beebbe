package org.cartulary.command.product;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;

/** What may be asked about products. */
public sealed interface ProductCommand extends Command {

    /**
     * A product joins the assortment.
     *
     * @param unit UN/ECE Recommendation 20 code; EA (each) by default
     * @param decimals how many decimal places its quantities have, 0 to 3; 0 by default
     * @param gtins numbers that name it; may be absent
     * @param category by which it earns points; may be absent
     */
    record RegisterProduct(
            Sku sku,
            String name,
            @MayBeAbsent Kind kind,
            @MayBeAbsent String unit,
            @MayBeAbsent Integer decimals,
            @MayBeAbsent List<Gtin> gtins,
            @MayBeAbsent CategoryId category,
            Instant occurredAt)
            implements ProductCommand {

        public RegisterProduct {
            Shape.present(sku, "sku");
            CardNumbers.refuseIn(Shape.text(name, 256, "name"), "name");
            Shape.present(occurredAt, "occurredAt");
            kind = kind == null ? Kind.GOODS : kind;
            unit = unit == null ? "EA" : Shape.text(unit, 3, "unit");
            decimals = decimals == null ? 0 : decimals;
            gtins = Shape.listOf(gtins);
            if (decimals < 0 || decimals > 3) throw new IllegalArgumentException("decimals is between 0 and 3");
            if (gtins.size() > 50) throw new IllegalArgumentException("gtins has at most 50 entries");
            if (Set.copyOf(gtins).size() < gtins.size())
                throw new IllegalArgumentException("gtins names one number twice");
        }

        /** Without a category. */
        public RegisterProduct(
                Sku sku, String name, Kind kind, String unit, Integer decimals, List<Gtin> gtins, Instant occurredAt) {
            this(sku, name, kind, unit, decimals, gtins, null, occurredAt);
        }
    }
}
