package org.cartulary.events.schema;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.DenialId;
import org.cartulary.events.kernel.GrantId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.SecretHash;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.UnitPrice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of values that are one JSON string, or whatever a value of the JDK is written as. Patterns are those of
 * ECMA-262; a test holds them against what the value types accept.
 */
final class ValueSchemas {

    private static final String UUID_7 =
            "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$";
    private static final String SOME_UUID_7 = "0198c0de-0000-7000-8000-000000000001";

    private static final String SOME_HASH = "k1." + "0c".repeat(32);

    /** The ledger's own values, each of which is described once and referred to by its name. */
    private static final Map<Class<?>, ObjectNode> NAMED = Map.ofEntries(
            entry(Sku.class, name(64, "TEAPOT")),
            entry(LocationId.class, name(32, "LISBON")),
            entry(ChannelId.class, name(32, "WEB")),
            entry(ClientId.class, name(64, "default")),
            entry(CustomerId.class, name(64, "C-1001")),
            entry(CompanyId.class, name(64, "OLARIA")),
            entry(CategoryId.class, name(64, "POTTERY")),
            entry(ProgrammeId.class, name(64, "CLUB")),
            entry(Country.class, text("^[A-Z]{2}$", "PT")),
            entry(CurrencyCode.class, text("^[A-Z]{3}$", "EUR")),
            entry(CardCodeHash.class, text("^k[0-9a-f]{1,16}\\.[0-9a-f]{64}$", SOME_HASH)),
            entry(Gtin.class, text("^(\\d{8}|\\d{12,14})$", "05601234567892")),
            entry(Sscc.class, text("^\\d{18}$", "356012345678901239")),
            entry(Quantity.class, text("^\\d{1,10}(\\.\\d{1,3})?$", "1.5")),
            entry(QuantityChange.class, text("^-?\\d{1,10}(\\.\\d{1,3})?$", "-2")),
            entry(UnitPrice.class, text("^\\d{1,10}(\\.\\d{1,6})?$", "24.9")),
            entry(SaleId.class, uuid7()),
            entry(ReturnId.class, uuid7()),
            entry(ReservationId.class, uuid7()),
            entry(TransferId.class, uuid7()),
            entry(StoredValueId.class, uuid7()),
            entry(AdjustmentId.class, uuid7()),
            entry(GrantId.class, uuid7()),
            entry(ApprovalId.class, uuid7()),
            entry(DenialId.class, uuid7()),
            entry(KeyId.class, text("^[a-z0-9]{12}$", "k7d2m4p9q1xz")),
            entry(SecretHash.class, text("^[0-9a-f]{64}$", "0c".repeat(32))));

    private static final Map<Class<?>, ObjectNode> PLAIN = Map.ofEntries(
            entry(String.class, type("string")),
            entry(boolean.class, type("boolean")),
            entry(Boolean.class, type("boolean")),
            entry(int.class, type("integer").put("format", "int32")),
            entry(Integer.class, type("integer").put("format", "int32")),
            entry(long.class, type("integer").put("format", "int64")),
            entry(Long.class, type("integer").put("format", "int64")),
            entry(Instant.class, type("string").put("format", "date-time")),
            entry(LocalDate.class, type("string").put("format", "date")),
            entry(LocalTime.class, text("^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?$", "04:00:00")),
            entry(ZoneId.class, text("^[A-Za-z0-9._+:/-]+$", "Europe/Lisbon")),
            entry(UUID.class, type("string").put("format", "uuid")),
            entry(LedgerEvent.class, type("object")),
            entry(JsonNode.class, CanonicalJson.MAPPER.createObjectNode()));

    private ValueSchemas() {}

    static boolean isNamed(Class<?> type) {
        return NAMED.containsKey(type);
    }

    static ObjectNode named(Class<?> type) {
        return NAMED.get(type).deepCopy().put("description", Descriptions.of(type));
    }

    /** Whether callers send a secret, of which the ledger keeps the hash alone. */
    static boolean isHashed(Class<?> type) {
        return type == CardCodeHash.class;
    }

    static ObjectNode beforeHashing(Class<?> type) {
        if (!isHashed(type)) throw new IllegalArgumentException(type + " is kept as it is sent");
        return text("^[A-Za-z0-9][A-Za-z0-9 -]{7,62}$", "GIFT-7QK2-M4XP");
    }

    static boolean isPlain(Class<?> type) {
        return PLAIN.containsKey(type);
    }

    static ObjectNode plain(Class<?> type) {
        return PLAIN.get(type).deepCopy();
    }

    private static ObjectNode name(int longest, String example) {
        return text("^[A-Za-z0-9][A-Za-z0-9._ -]{0," + (longest - 1) + "}$", example);
    }

    private static ObjectNode uuid7() {
        return text(UUID_7, SOME_UUID_7).put("format", "uuid");
    }

    private static ObjectNode text(String pattern, String example) {
        var schema = type("string").put("pattern", pattern);
        schema.putArray("examples").add(example);
        return schema;
    }

    private static ObjectNode type(String name) {
        return CanonicalJson.MAPPER.createObjectNode().put("type", name);
    }
}
