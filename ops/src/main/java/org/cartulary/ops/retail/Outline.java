package org.cartulary.ops.retail;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;

/** What an import would do: how many commands of each kind, with how much opening stock, and without which rows. */
final class Outline {

    private final SortedMap<String, Long> commands = new TreeMap<>();
    private final Survey survey;
    private final Rejects rejects;
    private long openingUnits;

    private Outline(Survey survey, Rejects rejects) {
        this.survey = survey;
        this.rejects = rejects;
    }

    static Outline of(Survey survey, Rejects rejects) {
        var outline = new Outline(survey, rejects);
        survey.registrations().forEach(outline::add);
        survey.openingStock().forEach(outline::add);
        survey.plan(outline::add, rejects::add, none -> {});
        return outline;
    }

    private void add(Step step) {
        commands.merge(step.command().getClass().getSimpleName(), 1L, Long::sum);
        if (step.command() instanceof ReceiveGoods opening)
            openingUnits += opening.quantity().thousandths() / 1_000;
    }

    String text() {
        var text = new StringBuilder("%,d rows, %,d invoices%n".formatted(survey.rows(), survey.invoices()));
        commands.forEach((name, count) -> text.append("%,9d %s%n".formatted(count, name)));
        text.append("%,9d units of opening stock%n".formatted(openingUnits));
        text.append("%,9d rows refused%n".formatted(rejects.count()));
        return text.append("A dry run: nothing was recorded.%n".formatted()).toString();
    }
}
