package org.cartulary.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.kernel.UnitPrice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a value type writes satisfies the pattern that its schema promises, and its example is one that it reads. */
class ValueSchemasTest {

    static Stream<Arguments> values() {
        return Stream.of(
                value(Sku.class, Sku::of),
                value(LocationId.class, LocationId::of),
                value(ChannelId.class, ChannelId::of),
                value(CurrencyCode.class, CurrencyCode::of),
                value(Gtin.class, Gtin::of),
                value(Sscc.class, Sscc::of),
                value(CardCodeHash.class, CardCodeHash::of),
                value(SaleId.class, SaleId::of),
                value(Quantity.class, Quantity::parse),
                value(QuantityChange.class, QuantityChange::parse),
                value(UnitPrice.class, UnitPrice::of));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatAValueAcceptsAndWritesSatisfiesItsPattern(Class<?> type, Function<String, ?> make) {
        long seed = 20260305;
        var random = new Random(seed);
        var schema = ValueSchemas.named(type);
        var pattern = schema.get("pattern").stringValue();
        var example = schema.get("examples").get(0).stringValue();

        assertThat(make.apply(example).toString()).as("its example").matches(pattern);
        for (int i = 0; i < 20_000; i++) {
            var written = written(make, changed(example, random));
            if (written != null) assertThat(written).as("seed %d", seed).matches(pattern);
        }
    }

    /** Null where the value refuses the text. */
    private static String written(Function<String, ?> make, String text) {
        try {
            return make.apply(text).toString();
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private static String changed(String text, Random random) {
        var signs = List.of("0", "9", "5", ".", "-", " ", "_", "A", "z", "/", "é", "\n", "");
        var changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int place = random.nextInt(changed.length() + 1);
            changed.replace(
                    place, Math.min(changed.length(), place + random.nextInt(2)), signs.get(random.nextInt(13)));
        }
        return changed.toString();
    }

    private static Arguments value(Class<?> type, Function<String, ?> make) {
        return Arguments.of(type, make);
    }
}
