package org.cartulary.command.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.events.kernel.CardCodeHash;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * A card's code is a text of which only the keyed hash is read. Moments, dates and times of day are texts (ISO 8601). Jackson would take numbers and lists for them as well, and a number
 * could be seconds or milliseconds.
 */
final class TextValues {

    private TextValues() {}

    static SimpleModule module(CardCodes codes) {
        var module = new SimpleModule();
        add(module, Instant.class, TextValues::moment, "is a moment such as \"2026-03-02T12:15:00Z\"");
        add(module, LocalDate.class, LocalDate::parse, "is a date such as \"2026-03-02\"");
        add(module, LocalTime.class, LocalTime::parse, "is a time of day such as \"04:00\"");
        add(module, CardCodeHash.class, codes::hash, "is a card's code: 8 to 32 letters and digits, no payment card's");
        return module;
    }

    /** No table and no calendar of a shop reaches beyond the years with four digits. */
    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) throw new IllegalArgumentException("the year has four digits");
        return moment;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> read, String whatItIs) {
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                if (json.currentToken() == JsonToken.VALUE_STRING)
                    try {
                        return read.apply(json.getString());
                    } catch (RuntimeException unreadable) {
                        // Told below, without repeating what was sent.
                    }
                throw MismatchedInputException.from(json, type, whatItIs);
            }
        });
    }
}
