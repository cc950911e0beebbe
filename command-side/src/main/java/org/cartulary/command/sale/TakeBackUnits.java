package org.cartulary.command.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;

/**
 * A sale's part in a return.
 *
 * @param restockingFeeMinor kept by the retailer, in minor units of the sale's currency
 * @param today the local date at the place that receives the goods
 * @param cashMinor what of the refunds is paid out in cash though it came otherwise, before it is rounded to coins
 * @param windowWaived whether somebody who may has overridden the return window
 */
public record TakeBackUnits(
        SaleId sale,
        ReturnId returnId,
        List<Back> lines,
        long restockingFeeMinor,
        LocalDate today,
        boolean windowWaived,
        long cashMinor,
        Instant occurredAt) {

    /** Before it is known by which way the money goes. */
    public TakeBackUnits(
            SaleId sale,
            ReturnId returnId,
            List<Back> lines,
            long restockingFeeMinor,
            LocalDate today,
            boolean windowWaived,
            Instant occurredAt) {
        this(sale, returnId, lines, restockingFeeMinor, today, windowWaived, 0, occurredAt);
    }

    public TakeBackUnits inCash(long minor) {
        return new TakeBackUnits(sale, returnId, lines, restockingFeeMinor, today, windowWaived, minor, occurredAt);
    }

    /** Units of one line. */
    public record Back(int saleLine, Quantity quantity, boolean defective) {}
}
