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
import javax.sql.DataSource;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
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
 * What has to be known of the file before its first command is sent: how many rows each invoice has, which products there
 * are, what is cancelled, and with how much stock it must have begun. Reads the file twice, and keeps no rows.
 */
final class Survey implements Trade {

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

    @Override
    public void plan(Consumer<Step> steps, Consumer<RefusedRow> refused, Consumer<FileRow> read) {
        var planner = new Planner(cancelled, refused);
        var invoices = new Documents<Row>(
                Row::invoice,
                rowsOf,
                (number, rows) -> planner.plan(new Invoice(number, rows)).forEach(steps));
        file.read(invoices.andThen(read), refused);
    }

    @Override
    public List<Step> registrations() {
        var steps = new ArrayList<Step>();
        steps.add(Step.plain(Merchant.sender("location"), Merchant.location(opens()), List.of()));
        assortment.forEach((sku, name) -> steps.add(Step.plain(
                Merchant.sender("product/" + sku.value().replace(' ', '_')),
                new RegisterProduct(sku, name, Merchant.kindOf(sku), null, 0, null, opens()),
                List.of())));
        return steps;
    }

    @Override
    public List<Step> openingStock() {
        return levels.receipts(
                shelf -> Merchant.sender("opening-stock/" + shelf.sku().value().replace(' ', '_')), opens());
    }

    @Override
    public Comparison compare(DataSource tables, Rejects rejects) {
        var ledger = new LedgerFigures(tables);
        return new Reconciliation(FileFigures.of(file, row -> !rejects.has(row)), ledger.ofFacts(), ledger.ofDays());
    }

    /** The midnight before the first day of trade. */
    private Instant opens() {
        return Merchant.instant(first.toLocalDate().minusDays(1).atStartOfDay());
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String extent() {
        return "%,d rows, %,d invoices".formatted(rows, rowsOf.size());
    }
}
