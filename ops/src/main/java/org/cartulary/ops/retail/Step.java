package org.cartulary.ops.retail;

import java.util.List;
import java.util.Map;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;

/**
 * One command of the import.
 *
 * @param key under which it is sent, the same whenever the file is imported
 * @param rows of the file that it comes from; none for what the file only implies
 * @param changes by how many units it changes the shelf of each product
 * @param sale that it records or returns to; absent otherwise
 */
record Step(String key, Command command, List<Row> rows, Map<Sku, Long> changes, SaleId sale) {

    /** A command without goods or sale. */
    static Step plain(String key, Command command, List<Row> rows) {
        return new Step(key, command, rows, Map.of(), null);
    }

    Sender sender() {
        return Merchant.sender(key);
    }
}
