package org.cartulary.ops.retail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartulary.ops.imports.Step;

/** Made-up rows, as the file has them. */
final class Rows {

    private Rows() {}

    /** Each row is told in seven fields: all but the description. */
    static List<Row> of(String... rows) {
        var parsed = new ArrayList<Row>();
        for (var text : rows) {
            var fields = new ArrayList<>(List.of(text.split(",", -1)));
            fields.add(2, "A THING");
            parsed.add(RowParser.parse(parsed.size() + 2, fields));
        }
        return parsed;
    }

    /** Plans rows that stand together by invoice; whatever is cancelled in them is remembered. */
    static List<Step> plan(String... rows) {
        var parsed = of(rows);
        Set<SoldUnits.Bought> cancelled = new HashSet<>();
        parsed.stream()
                .filter(row -> row.kind() == Row.Kind.RETURN)
                .forEach(row -> cancelled.add(SoldUnits.Bought.of(row)));
        var planner = new Planner(cancelled, refused -> {
            throw new AssertionError(refused.reason());
        });
        var steps = new ArrayList<Step>();
        for (var number : parsed.stream().map(Row::invoice).distinct().toList())
            steps.addAll(planner.plan(new Invoice(
                    number,
                    parsed.stream().filter(row -> row.invoice().equals(number)).toList())));
        return steps;
    }

    static Path sample() {
        try {
            return Path.of(Rows.class.getResource("sample.csv").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
