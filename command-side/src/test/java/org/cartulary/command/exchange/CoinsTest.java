package org.cartulary.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Examples.TILL;
import static org.cartulary.command.Examples.open;
import static org.cartulary.command.Examples.product;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;

import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Tenders": cash is rounded half up on the absolute value, and the rounding of many small refunds never adds up. */
class CoinsTest {

    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final LocationId coins =
            LocationId.of("COINS-" + UUID.randomUUID().toString().substring(0, 8));
    private final SaleId sale = new SaleId(Uuid7.random());
    private TestLedger shop;

    @BeforeEach
    void opensAShopWithoutSmallCoins() {
        shop = open.ledger();
        shop.accepted(open(coins, "EUR", 5), product(sku, Kind.GOODS, 0), receive(new StockId(coins, sku), units(100)));
    }

    @Test
    void fiveSmallRefundsInCashOfWhatWasPaidByCardComeToWhatOneWould() {
        shop.accepted(basket(5, "1.04").with(sale).paid(TenderType.CARD, 520).sale());

        long cash = 0;
        for (int unit = 0; unit < 5; unit++) {
            var recorded = (ReturnRecorded)
                    shop.factsOf(shop.accepted(back(RefundAs.CASH))).getLast();
            long paid = recorded.refunds().getFirst().amountMinor();
            assertThat(paid % 5).isZero();
            assertThat(recorded.cashRoundingMinor()).isEqualTo(paid - 104);
            cash += paid;
        }
        assertThat(cash).isEqualTo(520);
    }

    @Test
    void whatExchangesLeaveOfCashIsPaidOutTogether() {
        shop.accepted(basket(5, "10.00").with(sale).paid(TenderType.CASH, 5_000).sale());

        long cash = 0;
        for (int unit = 0; unit < 5; unit++) {
            var answer = shop.accepted(exchange("9.96", 996, false));
            for (var refund : answer.result().at("/refunds"))
                if (refund.at("/type").stringValue().equals("CASH"))
                    cash += refund.at("/amountMinor").longValue();
        }
        assertThat(cash).isEqualTo(20);
    }

    /** 10.02 in cash were 10.00; the same good at the same price goes out, and the two cents are rounded away again. */
    @Test
    void anEvenExchangeKeepsThePriceWhateverTheCoinsWere() {
        shop.accepted(basket(1, "10.02")
                .with(sale)
                .paid(TenderType.CASH, 1_000)
                .rounding(-2)
                .sale());

        Answer answer = shop.accepted(exchange("10.02", 1_000, true));

        assertThat(answer.result().at("/creditMinor").longValue()).isEqualTo(1_000);
    }

    private Basket basket(long units, String price) {
        return Basket.of(sku, units, price).in(coins, "EUR");
    }

    private RecordReturn back(RefundAs as) {
        return new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                coins,
                TILL,
                null,
                List.of(new Line(1, 1, units(1), null, false, "too small")),
                0,
                new PolicyOverride("moves abroad", "manager-1"),
                as,
                null,
                NOON);
    }

    private RecordExchange exchange(String price, long creditMinor, boolean even) {
        var back = back(null);
        var sold = basket(1, price)
                .paid(new Tender(
                        1, TenderType.EXCHANGE, creditMinor, back.returnId().toString(), null));
        if (even) sold.paid(new Tender(2, TenderType.CASH, 0, null, null)).rounding(-2);
        return new RecordExchange(back, sold.sale(), even);
    }
}
