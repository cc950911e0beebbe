package org.cartulary.ops.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.ops.imports.FileRow;

/**
 * One line of the file that makes sense.
 *
 * @param line in the file, from 1, the heading included
 * @param sku the stock code in capital letters, because the file writes one product in both cases
 * @param description without the spaces around it; may be empty
 * @param quantity units; negative in cancellations and write-offs, never zero
 * @param at by the clock in London
 * @param price of one unit in pounds; negative only in adjustments
 * @param customer absent where the file names none
 * @param fields as the file has them
 */
record Row(
        long line,
        String invoice,
        Sku sku,
        String description,
        long quantity,
        LocalDateTime at,
        BigDecimal price,
        CustomerId customer,
        Country country,
        List<String> fields)
        implements FileRow {

    /** What a row says that has happened. */
    enum Kind {
        SALE,
        RETURN,
        WRITE_OFF,
        ADJUSTMENT
    }

    /** By the letter of its invoice's number, and its sign. */
    Kind kind() {
        return switch (invoice.charAt(0)) {
            case 'C' -> Kind.RETURN;
            case 'A' -> Kind.ADJUSTMENT;
            default -> quantity > 0 ? Kind.SALE : Kind.WRITE_OFF;
        };
    }

    long units() {
        return Math.abs(quantity);
    }

    /** In pence, rounded half up once. Negative only for an adjustment that lowers what the retailer has. */
    long amountMinor() {
        return amountMinor(kind() == Kind.ADJUSTMENT ? quantity : units());
    }

    /** What so many units come to at the row's price, in pence, rounded half up once. */
    long amountMinor(long units) {
        return price.multiply(BigDecimal.valueOf(units))
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
