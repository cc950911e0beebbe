package org.cartulary.ops.imports;

import java.util.List;
import java.util.Map;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.stock.StockId;

/**
 * One command of an import.
 *
 * @param sender with the key, which is the same whenever the file is imported
 * @param rows of the file that it comes from; none for what the file only implies
 * @param changes by how many thousandths of a unit it changes each shelf
 * @param sale that it records or returns to; absent otherwise
 */
public record Step(
        Sender sender, Command command, List<? extends FileRow> rows, Map<StockId, Long> changes, SaleId sale) {

    /** A command without goods or sale. */
    public static Step plain(Sender sender, Command command, List<? extends FileRow> rows) {
        return new Step(sender, command, rows, Map.of(), null);
    }

    public String key() {
        return sender.key();
    }
}
