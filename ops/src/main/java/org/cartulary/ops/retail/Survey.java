package org.cartulary.ops.retail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockId;

/**
 * What has to be known of the file before its first command is sent: how many rows each invoice has, which products there
 * are, what is cancelled, and with how much stock it must have begun. Reads the file twice, and keeps no rows.
 */
final class Survey {

    static final String OPENING_STOCK = "opening stock";

    private final RetailFile file;
    private final Map<String, Integer> rowsOf = new HashMap<>();
    private final Set<SoldUnits.Bought> cancelled = new HashSet<>();
    private final Assortment assortment = new Assortment();
    private final ShelfLevels levels = new ShelfLevels();
    private LocalDateTime first;
    private long rows;

    private Survey(RetailFile file) {
        this.file = file;
    }

    /** @throws ImportStopped if it is no such file, or has no row that makes sense */
    static Survey of(RetailFile file) {
        var survey = new Survey(file);
        file.read(survey::see, none -> survey.rows++);
        if (survey.first == null) throw new ImportStopped(file.path() + " has no row that makes sense.");
        survey.plan(step -> survey.levels.apply(step), none -> {}, row -> {});
        return survey;
    }

    private void see(Row row) {
        rows++;
        rowsOf.merge(row.invoice(), 1, Integer::sum);
        assortment.see(row);
        if (row.kind() == Row.Kind.RETURN && row.customer() != null) cancelled.add(SoldUnits.Bought.of(row));
        if (first == null || row.at().isBefore(first)) first = row.at();
    }

    /**
     * Reads the file and plans its trade.
     *
     * @param steps is given each command, in the order in which they are to take effect
     * @param refused is given each row without a command
     * @param read is given each row that makes sense, when it has been read
     */
    void plan(Consumer<Step> steps, Consumer<RefusedRow> refused, Consumer<Row> read) {
        var planner = new Planner(cancelled, refused);
        var invoices = new Invoices(rowsOf, invoice -> planner.plan(invoice).forEach(steps));
        file.read(invoices.andThen(read), refused);
    }

    /** The location and the products, which all trade refers to. */
    List<Step> registrations() {
        var steps = new ArrayList<Step>();
        steps.add(Step.plain("location", Merchant.location(opens()), List.of()));
        assortment.forEach((sku, name) -> steps.add(Step.plain(
                "product/" + sku.value().replace(' ', '_'),
                new RegisterProduct(sku, name, Merchant.kindOf(sku), null, 0, null, opens()),
                List.of())));
        return steps;
    }

    /** What the shelves begin with. */
    List<Step> openingStock() {
        var steps = new ArrayList<Step>();
        levels.opening().forEach((sku, units) -> {
            var shelf = new StockId(Merchant.LOCATION, sku);
            var command = new ReceiveGoods(shelf, Quantity.of(units), OPENING_STOCK, opens());
            steps.add(Step.plain("opening-stock/" + sku.value().replace(' ', '_'), command, List.of()));
        });
        return steps;
    }

    /** The midnight before the first day of trade. */
    private Instant opens() {
        return Merchant.instant(first.toLocalDate().minusDays(1).atStartOfDay());
    }

    /** All rows of the file, those that make no sense included. */
    long rows() {
        return rows;
    }

    int invoices() {
        return rowsOf.size();
    }
}
