package org.cartulary.ops.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/** Asks what a return would refund, as a till does, and lets that pay for something else. */
final class RandomExchanges {

    private final Random random;
    private final Function<Command, Answer> dryRun;

    RandomExchanges(Random random, Function<Command, Answer> dryRun) {
        this.random = random;
        this.dryRun = dryRun;
    }

    /** What comes back alone, where that is refused anyway. */
    Command of(RecordReturn back) {
        var answer = dryRun.apply(back);
        return answer.isAccepted() ? new RecordExchange(back, sold(back, worth(answer)), false) : back;
    }

    private static long worth(Answer answer) {
        long worth = 0;
        for (var refund : answer.result().required("refunds"))
            if (!refund.required("type").stringValue().equals("POINTS"))
                worth += refund.required("amountMinor").longValue();
        return worth;
    }

    private RecordSale sold(RecordReturn back, long worth) {
        long total = 1 + random.nextInt(6_000);
        long credit = Math.min(worth, total);
        var tenders = new ArrayList<Tender>();
        if (credit > 0)
            tenders.add(
                    new Tender(1, TenderType.EXCHANGE, credit, back.returnId().toString(), null));
        if (total > credit) tenders.add(new Tender(tenders.size() + 1, TenderType.CARD, total - credit, null, null));
        var sku = Town.SKUS.get(random.nextInt(1 + random.nextInt(Town.SKUS.size())));
        var price = new UnitPrice(BigDecimal.valueOf(total, 2));
        return new RecordSale(
                new SaleId(Uuid7.random()),
                back.location(),
                Town.TILL,
                null,
                null,
                null,
                null,
                Town.EUR,
                TaxMode.INCLUSIVE_PER_LINE,
                Handover.COUNTER,
                List.of(new Line(1, sku, null, null, Quantity.of(1), price, 0, 0, List.of())),
                0,
                total,
                tenders,
                0,
                0,
                false,
                back.occurredAt());
    }
}
