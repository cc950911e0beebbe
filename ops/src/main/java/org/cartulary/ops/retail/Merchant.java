package org.cartulary.ops.retail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.location.ReturnPolicy;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.imports.Step;

/** The wholesaler whose trade the file holds, as the ledger knows it: one warehouse in the United Kingdom with a web shop. */
final class Merchant {

    static final ClientId CLIENT = ClientId.of("import-online-retail");
    static final LocationId LOCATION = LocationId.of("UK-WAREHOUSE");
    static final ChannelId CHANNEL = ChannelId.of("web");
    static final CurrencyCode CURRENCY = CurrencyCode.of("GBP");
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Whoever approves what a policy would forbid. */
    static final String APPROVER = "import";

    /** The file shows cancellations after more than a year: the policy lets all of them in, so none is overridden. */
    private static final ReturnPolicy POLICY =
            new ReturnPolicy(36_500, 90, ReturnPolicy.DEFAULT.withoutReceiptCapMinor());

    /** Postage, carriage, fees, discounts, manual entries, samples, charity commission, pads and gift vouchers. */
    private static final Pattern SERVICE =
            Pattern.compile("POST|DOT|C2|M|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|GIFT_.*");

    private Merchant() {}

    static Kind kindOf(Sku sku) {
        return SERVICE.matcher(sku.value()).matches() ? Kind.SERVICE : Kind.GOODS;
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /** The same id for the same document, whenever it is imported. */
    static UUID id(LocalDateTime at, String document) {
        return Uuid7.named(instant(at), "online-retail/" + document);
    }

    static Sender sender(String key) {
        return new Sender(CLIENT, key, "import", null, CHANNEL.value(), null);
    }

    /**
     * A command with goods.
     *
     * @param units by how many it changes the shelf of each product
     * @param sale that it records or returns to; absent otherwise
     */
    static Step step(String key, Command command, List<Row> rows, Map<Sku, Long> units, SaleId sale) {
        var changes = new LinkedHashMap<StockId, Long>();
        units.forEach((sku, change) -> changes.put(new StockId(LOCATION, sku), change * 1_000));
        return new Step(sender(key), command, rows, changes, sale);
    }

    static RegisterLocation location(Instant opens) {
        return new RegisterLocation(
                LOCATION,
                "Warehouse and web shop",
                Country.of("GB"),
                ZONE,
                LocalTime.MIDNIGHT,
                CURRENCY,
                1L,
                POLICY,
                null,
                opens);
    }
}
