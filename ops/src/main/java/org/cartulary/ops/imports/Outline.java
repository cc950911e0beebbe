package org.cartulary.ops.imports;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;

/** What an import would do: how many commands of each kind, with how much opening stock, and without which rows. */
final class Outline {

    private final SortedMap<String, Long> commands = new TreeMap<>();
    private final Trade trade;
    private final Rejects rejects;
    private long openingThousandths;

    private Outline(Trade trade, Rejects rejects) {
        this.trade = trade;
        this.rejects = rejects;
    }

    static Outline of(Trade trade, Rejects rejects) {
        var outline = new Outline(trade, rejects);
        trade.registrations().forEach(outline::add);
        trade.openingStock().forEach(outline::add);
        trade.plan(outline::add, rejects::add, none -> {});
        return outline;
    }

    private void add(Step step) {
        commands.merge(step.command().getClass().getSimpleName(), 1L, Long::sum);
        if (step.command() instanceof ReceiveGoods opening)
            openingThousandths += opening.quantity().thousandths();
    }

    String text() {
        var text = new StringBuilder(trade.extent() + System.lineSeparator());
        commands.forEach((name, count) -> text.append("%,9d %s%n".formatted(count, name)));
        text.append("%,9d units of opening stock%n".formatted(openingThousandths / 1_000));
        text.append("%,9d rows refused%n".formatted(rejects.count()));
        return text.append("A dry run: nothing was recorded.%n".formatted()).toString();
    }
}
