package org.cartulary.ops.retail;

import java.util.Map;
import org.cartulary.events.kernel.Country;

/**
 * The file's names of countries, as ISO 3166-1 codes. Where a name is no country of the standard, it has one of the codes
 * that the standard leaves to its users (XA to XZ, ZZ).
 */
final class Countries {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Australia", "AU"),
            Map.entry("Austria", "AT"),
            Map.entry("Bahrain", "BH"),
            Map.entry("Belgium", "BE"),
            Map.entry("Bermuda", "BM"),
            Map.entry("Brazil", "BR"),
            Map.entry("Canada", "CA"),
            // Jersey and Guernsey have codes of their own, and the file does not say which is meant.
            Map.entry("Channel Islands", "XC"),
            Map.entry("Cyprus", "CY"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Denmark", "DK"),
            Map.entry("EIRE", "IE"),
            Map.entry("European Community", "XE"),
            Map.entry("Finland", "FI"),
            Map.entry("France", "FR"),
            Map.entry("Germany", "DE"),
            Map.entry("Greece", "GR"),
            Map.entry("Hong Kong", "HK"),
            Map.entry("Iceland", "IS"),
            Map.entry("Israel", "IL"),
            Map.entry("Italy", "IT"),
            Map.entry("Japan", "JP"),
            Map.entry("Lebanon", "LB"),
            Map.entry("Lithuania", "LT"),
            Map.entry("Malta", "MT"),
            Map.entry("Netherlands", "NL"),
            Map.entry("Norway", "NO"),
            Map.entry("Poland", "PL"),
            Map.entry("Portugal", "PT"),
            Map.entry("RSA", "ZA"),
            Map.entry("Saudi Arabia", "SA"),
            Map.entry("Singapore", "SG"),
            Map.entry("Spain", "ES"),
            Map.entry("Sweden", "SE"),
            Map.entry("Switzerland", "CH"),
            Map.entry("USA", "US"),
            Map.entry("United Arab Emirates", "AE"),
            Map.entry("United Kingdom", "GB"),
            Map.entry("Unspecified", "ZZ"));

    private Countries() {}

    /** @throws IllegalArgumentException if the name is unknown */
    static Country of(String name) {
        var code = CODES.get(name);
        if (code == null) throw new IllegalArgumentException("no country code is known for '" + name + "'");
        return Country.of(code);
    }
}
