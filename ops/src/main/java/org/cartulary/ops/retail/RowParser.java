package org.cartulary.ops.retail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;

/** Makes sense of the eight fields of a row, or says why there is none. */
final class RowParser {

    static final List<String> HEADING = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final Pattern INVOICE = Pattern.compile("[AC]?[0-9]{1,20}");
    private static final Pattern CUSTOMER = Pattern.compile("([0-9]{1,20})(\\.0)?");

    /** As the repository's own file has it, and as the spreadsheet has it that others made of it. */
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT));

    private RowParser() {}

    /** @throws IllegalArgumentException if the row makes no sense; its message is the reason */
    static Row parse(long line, List<String> fields) {
        require(fields.size() == HEADING.size(), "a row has 8 fields, this one has " + fields.size());
        var row = new Row(
                line,
                invoice(fields.get(0).strip()),
                Sku.of(fields.get(1).strip().toUpperCase(Locale.ROOT)),
                fields.get(2).strip(),
                quantity(fields.get(3).strip()),
                time(fields.get(4).strip()),
                price(fields.get(5).strip()),
                customer(fields.get(6).strip()),
                Countries.of(fields.get(7).strip()),
                fields);
        requireSense(row);
        return row;
    }

    private static void requireSense(Row row) {
        switch (row.kind()) {
            case SALE -> new UnitPrice(row.price());
            case RETURN -> {
                require(row.quantity() < 0, "a cancellation has a negative quantity");
                new UnitPrice(row.price());
            }
            case WRITE_OFF -> require(row.price().signum() == 0, "a negative quantity outside a cancellation is free");
            case ADJUSTMENT -> require(row.price().signum() != 0, "an adjustment has an amount");
        }
        amount(row);
    }

    private static void amount(Row row) {
        try {
            Money.requireInRange(row.amountMinor());
        } catch (ArithmeticException beyond) {
            throw new IllegalArgumentException("an amount is at most 1,000,000,000,000,000 minor units");
        }
    }

    private static String invoice(String text) {
        require(INVOICE.matcher(text).matches(), "an invoice number is digits, after a C or an A at most");
        return text;
    }

    private static long quantity(String text) {
        require(text.matches("-?[0-9]{1,9}"), "a quantity is a whole number of at most nine digits");
        long quantity = Long.parseLong(text);
        require(quantity != 0, "a quantity is not zero");
        return quantity;
    }

    private static LocalDateTime time(String text) {
        for (var format : TIMES) {
            try {
                return LocalDateTime.parse(text, format);
            } catch (DateTimeException other) {
                // The next format may fit.
            }
        }
        throw new IllegalArgumentException("a time is written 2010-12-01 08:26:00");
    }

    private static BigDecimal price(String text) {
        require(text.matches("-?[0-9]{1,10}(\\.[0-9]{1,6})?"), "a price is a decimal such as 2.55");
        return new BigDecimal(text);
    }

    private static CustomerId customer(String text) {
        if (text.isEmpty()) return null;
        var number = CUSTOMER.matcher(text);
        require(number.matches(), "a customer is a number");
        return CustomerId.of(number.group(1));
    }

    private static void require(boolean holds, String reason) {
        if (!holds) throw new IllegalArgumentException(reason);
    }
}
