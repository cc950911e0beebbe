package org.cartulary.ops.retail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;

/** What customers have bought and not yet brought back, as far as a cancellation of the file could mean it. */
final class SoldUnits {

    /** What a cancellation tells of its sale. */
    record Bought(CustomerId customer, Sku sku, BigDecimal price) {

        static Bought of(Row row) {
            return new Bought(row.customer(), row.sku(), row.price().stripTrailingZeros());
        }
    }

    /** Units of one line of a sale that come back. */
    record Part(Lot lot, long units) {}

    /** One line of a sale. */
    static final class Lot {

        private final SaleId sale;
        private final String invoice;
        private final int line;
        private final long sold;
        private final long amountMinor;
        private long returned;

        Lot(SaleId sale, String invoice, int line, long sold, long amountMinor) {
            this.sale = sale;
            this.invoice = invoice;
            this.line = line;
            this.sold = sold;
            this.amountMinor = amountMinor;
        }

        SaleId sale() {
            return sale;
        }

        String invoice() {
            return invoice;
        }

        int line() {
            return line;
        }

        /** What the ledger gives back for so many units more: their share, all that came back rounded down together. */
        private long refundMinor(long units) {
            return upTo(returned + units) - upTo(returned);
        }

        private long upTo(long units) {
            return Math.multiplyExact(amountMinor, units) / sold;
        }
    }

    private final Set<Bought> wanted;
    private final Map<Bought, List<Lot>> lots = new HashMap<>();

    /** @param wanted what the file's cancellations name; nothing else is remembered */
    SoldUnits(Set<Bought> wanted) {
        this.wanted = wanted;
    }

    void sold(SaleId sale, int line, Row row) {
        var bought = Bought.of(row);
        if (row.customer() == null || !wanted.contains(bought)) return;
        lots.computeIfAbsent(bought, none -> new ArrayList<>())
                .add(new Lot(sale, row.invoice(), line, row.units(), row.amountMinor()));
    }

    /**
     * Takes back as many units of the row as there are, the latest sale's first. None where the refunds would not add up to
     * the row's amount, which happens at prices finer than a penny.
     */
    List<Part> takeBack(Row row) {
        var parts = match(row);
        long rest = row.units() - parts.stream().mapToLong(Part::units).sum();
        long amount = parts.stream()
                        .mapToLong(part -> part.lot().refundMinor(part.units()))
                        .sum()
                + row.amountMinor(rest);
        if (amount != row.amountMinor()) return List.of();
        parts.forEach(part -> part.lot().returned += part.units());
        forgetReturned(row);
        return parts;
    }

    private List<Part> match(Row row) {
        var parts = new ArrayList<Part>();
        long wantedUnits = row.units();
        var bought = lots.getOrDefault(Bought.of(row), List.of());
        for (int i = bought.size() - 1; i >= 0 && wantedUnits > 0; i--) {
            var lot = bought.get(i);
            long units = Math.min(wantedUnits, lot.sold - lot.returned);
            if (units > 0) parts.add(new Part(lot, units));
            wantedUnits -= units;
        }
        return parts;
    }

    private void forgetReturned(Row row) {
        var bought = lots.get(Bought.of(row));
        if (bought != null) bought.removeIf(lot -> lot.returned == lot.sold);
    }
}
