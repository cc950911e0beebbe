package org.cartulary.ops.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.imports.Comparison;
import org.cartulary.ops.imports.Documents;
import org.cartulary.ops.imports.FileRow;
import org.cartulary.ops.imports.ImportStopped;
import org.cartulary.ops.imports.RefusedRow;
import org.cartulary.ops.imports.Rejects;
import org.cartulary.ops.imports.ShelfLevels;
import org.cartulary.ops.imports.Step;
import org.cartulary.ops.imports.Trade;

/**
 * What the files come to: their stores, the products that were sold, the stock that the shelves must have begun with, and
 * the baskets. Reads the baskets twice, and keeps no rows.
 */
final class Journey implements Trade {

    private final JourneyFiles files;
    private final Map<String, Integer> rowsOf = new HashMap<>();
    private final SortedSet<String> stores = new TreeSet<>();
    private final Assortment assortment = new Assortment();
    private final ShelfLevels levels = new ShelfLevels();
    private Instant first;
    private long rows;

    private Journey(JourneyFiles files) {
        this.files = files;
    }

    /** @throws ImportStopped if they are no such files, or have no row that makes sense */
    static Journey of(JourneyFiles files) {
        var journey = new Journey(files);
        files.baskets().read(BasketRowParser::parse, journey::see, none -> journey.rows++);
        if (journey.first == null) throw new ImportStopped(files.baskets().path() + " has no row that makes sense.");
        journey.assortment.describe(files.products());
        journey.plan(journey.levels::apply, none -> {}, row -> {});
        return journey;
    }

    private void see(BasketRow row) {
        rows++;
        rowsOf.merge(row.basket(), 1, Integer::sum);
        stores.add(row.store());
        assortment.see(row);
        if (first == null || row.at().isBefore(first)) first = row.at();
    }

    @Override
    public void plan(Consumer<Step> steps, Consumer<RefusedRow> refused, Consumer<FileRow> read) {
        var planner = new Planner(assortment, refused);
        var baskets = new Documents<BasketRow>(
                BasketRow::basket,
                rowsOf,
                (basket, rows) -> planner.plan(basket, rows).forEach(steps));
        files.baskets().read(BasketRowParser::parse, baskets.andThen(read), refused);
    }

    @Override
    public List<Step> registrations() {
        var steps = new ArrayList<Step>();
        for (var store : stores)
            steps.add(Step.plain(Grocer.sender("store/" + store), Grocer.registration(store, opens()), List.of()));
        assortment.registrations(
                opens(),
                product -> steps.add(Step.plain(Grocer.sender("product/" + product.sku()), product, List.of())));
        return steps;
    }

    @Override
    public List<Step> openingStock() {
        return levels.receipts(Journey::receipt, opens());
    }

    /** The numbers of a store and a product side by side could be taken for that of a card. */
    private static Sender receipt(StockId shelf) {
        return Grocer.sender("opening-stock/" + shelf.sku() + "/" + shelf.location());
    }

    @Override
    public Comparison compare(DataSource tables, Rejects rejects) {
        var locations = stores.stream().map(Grocer::location).toList();
        var ledger = new LedgerFigures(tables, locations);
        return new Reconciliation(
                FileFigures.of(files.baskets(), row -> !rejects.has(row)), ledger.ofFacts(), ledger.ofDays());
    }

    /** The midnight before the first day of trade. */
    private Instant opens() {
        return first.atZone(Grocer.ZONE)
                .toLocalDate()
                .minusDays(1)
                .atStartOfDay(Grocer.ZONE)
                .toInstant();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String extent() {
        return "%,d rows, %,d baskets".formatted(rows, rowsOf.size());
    }
}
