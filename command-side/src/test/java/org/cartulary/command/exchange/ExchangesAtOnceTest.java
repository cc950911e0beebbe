package org.cartulary.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.storedvalue.Cards.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exchanges and sales of the same goods, paid with the same card: whoever comes later waits, and nobody in a circle. */
class ExchangesAtOnceTest {

    private static final int EXCHANGES = 60;

    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final TestLedger shop = open.ledger();
    private final Sku one = Sku.of("ONE-" + UUID.randomUUID());
    private final Sku other = Sku.of("OTHER-" + UUID.randomUUID());
    private final StoredValueId card = account();

    @Test
    void exchangesWaitForSalesAndNeverInACircle() throws Exception {
        for (var sku : List.of(one, other))
            shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(1_000)));
        shop.accepted(card(card, 1_000_000, null));
        var wanted = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < EXCHANGES; i++) {
            var exchange = exchange(i % 2 == 0 ? one : other, i % 2 == 0 ? other : one);
            wanted.add(() -> shop.submit(exchange));
            wanted.add(() -> shop.submit(both()));
        }

        var answers = new ArrayList<Answer>();
        try (var tills = Executors.newFixedThreadPool(8)) {
            for (var answer : tills.invokeAll(wanted)) answers.add(answer.get());
        }

        assertThat(answers).extracting(Answer::code).containsOnlyNulls();
        // Each exchange gives back 5.00 of the 10.00 that the card had paid, each sale takes 2.00.
        assertThat(balance(shop, card)).isEqualTo(1_000_000 - EXCHANGES * (1_000 - 500 + 200));
    }

    /** What cost 10.00 comes back, and the other, for 5.00, goes out. */
    private RecordExchange exchange(Sku back, Sku out) {
        var sale = new SaleId(Uuid7.random());
        shop.accepted(Basket.of(back, 1, "10.00")
                .with(sale)
                .paid(TenderType.GIFT_CARD, 1_000, card)
                .sale());
        var returned = new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                LISBON,
                TILL,
                null,
                List.of(new Line(1, 1, units(1), null, false, "too small")),
                0,
                null,
                NOON);
        var credit = new Tender(1, TenderType.EXCHANGE, 500, returned.returnId().toString(), null);
        return new RecordExchange(
                returned, Basket.of(out, 1, "5.00").paid(credit).sale(), false);
    }

    private Command both() {
        return Basket.of(one, 1, "1.00")
                .line(other, units(1), "1.00")
                .paid(TenderType.GIFT_CARD, 200, card)
                .sale();
    }
}
