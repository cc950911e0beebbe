package org.cartulary.ops.journey;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.cartulary.ops.imports.CsvFile;

/** Sums straight from the rows of the file, without any of the plan by which they were imported. */
final class FileFigures {

    private final Figures figures = Figures.empty();
    private final Set<String> baskets = new HashSet<>();

    private FileFigures() {}

    /** Reads the file once more. Rows that make no sense have no figures. */
    static Figures of(CsvFile file, Predicate<BasketRow> counted) {
        var sums = new FileFigures();
        file.read(
                BasketRowParser::parse,
                row -> {
                    if (counted.test(row)) sums.add(row);
                },
                none -> {});
        return sums.figures;
    }

    private void add(BasketRow row) {
        boolean goods = row.isOfGoods();
        boolean firstOfBasket = goods && baskets.add(row.basket());
        figures.add(
                Grocer.customer(row.household()),
                Grocer.location(row.store()),
                new Figures.Sum(
                        goods ? 1 : 0,
                        firstOfBasket ? 1 : 0,
                        row.salesMinor(),
                        row.loyaltyMinor(),
                        row.couponMinor() + row.matchMinor()));
    }
}
