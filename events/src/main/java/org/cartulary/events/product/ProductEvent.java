package org.cartulary.events.product;

import java.time.Instant;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Sku;

/** What has happened to a product, or to a number that names it. */
public sealed interface ProductEvent extends LedgerEvent {

    Sku sku();

    static String streamOf(Sku sku) {
        return "product/" + sku;
    }

    static String streamOf(Gtin gtin) {
        return "gtin/" + gtin;
    }

    /** Whether a product is kept on shelves. A service (postage, a fee, engraving) has no stock. */
    enum Kind {
        GOODS,
        SERVICE,
        /** Sells stored value: its price is loaded to an account, and is no revenue. */
        GIFT_CARD
    }

    /**
     * A product may be received and sold from now on.
     *
     * @param unit UN/ECE Recommendation 20 code of the unit in which it is counted: EA, KGM, MTR
     * @param decimals how many decimal places its quantities have, 0 to 3
     * @param category by which it earns points; absent where it has none
     */
    record ProductRegistered(
            Sku sku,
            String name,
            Kind kind,
            String unit,
            int decimals,
            List<Gtin> gtins,
            @MayBeAbsent CategoryId category,
            Instant occurredAt)
            implements ProductEvent {

        /** Without a category. */
        public ProductRegistered(
                Sku sku, String name, Kind kind, String unit, int decimals, List<Gtin> gtins, Instant occurredAt) {
            this(sku, name, kind, unit, decimals, gtins, null, occurredAt);
        }

        @Override
        public String stream() {
            return streamOf(sku);
        }
    }

    /** A GTIN names this product, and no other for ever. */
    record GtinAssigned(Gtin gtin, Sku sku, Instant occurredAt) implements ProductEvent {

        @Override
        public String stream() {
            return streamOf(gtin);
        }
    }
}
