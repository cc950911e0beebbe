package org.cartulary.command.returns;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;

/** What customers have paid for a product at least, as far as the ledger's sales have been read. */
public interface LowestPrices {

    /**
     * @param from the first business day looked at
     * @return the lowest prices paid per unit, tax included and discounts taken off, of those products that were sold
     */
    Found since(LocalDate from, CurrencyCode currency, Set<Sku> skus);

    /** @param position up to which sales had been read, so that the answer can be found again */
    record Found(long position, Map<Sku, UnitPrice> lowest) {}
}
