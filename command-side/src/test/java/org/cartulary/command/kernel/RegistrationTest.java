package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.finance.FinanceRejection;
import org.cartulary.command.location.LocationRejection;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.finance.FinanceEvent.Kind;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is registered or posted alone: locations, products and their GTINs, adjustments of money, levels of a shelf. */
class RegistrationTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private TestLedger shop;

    @BeforeEach
    void opens() {
        shop = open.ledger();
    }

    @Test
    void aLocationIsRegisteredOnceEvenWithOtherSettings() {
        shop.refused(open(LISBON, "EUR", 1), LocationRejection.LOCATION_ALREADY_REGISTERED);
        shop.refused(open(LISBON, "USD", 5), LocationRejection.LOCATION_ALREADY_REGISTERED);
    }

    @Test
    void aProductIsRegisteredOnce() {
        shop.accepted(product(sku, ProductEvent.Kind.GOODS, 0));
        shop.refused(product(sku, ProductEvent.Kind.SERVICE, 2), ProductRejection.PRODUCT_ALREADY_REGISTERED);
    }

    @Test
    void aGtinNamesOneProductForEver() {
        var gtin = Gtin.of("4006381333931");
        var first = shop.accepted(named(sku, gtin));
        assertThat(shop.factsOf(first))
                .filteredOn(GtinAssigned.class::isInstance)
                .hasSize(1);
        var other = Sku.of("SKU-" + UUID.randomUUID());
        long head = shop.head();
        shop.refused(named(other, Gtin.of("96385074"), gtin), ProductRejection.GTIN_TAKEN);
        assertThat(shop.head()).as("nothing but the refusal's record").isEqualTo(head + 1);
        shop.accepted(named(other, Gtin.of("96385074")));
    }

    @Test
    void aGtinWithAWrongCheckDigitIsNone() {
        assertThatThrownBy(() -> Gtin.of("4006381333932")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gtin.of("96385075")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTenProductsThatWantOneGtinAtOnceOneGetsIt() throws Exception {
        var gtin = Gtin.of("012345678905");
        try (var clients = Executors.newFixedThreadPool(10)) {
            List<Future<Answer>> running = IntStream.range(0, 10)
                    .mapToObj(i -> clients.submit(() -> shop.submit(named(Sku.of(sku + "-" + i), gtin))))
                    .toList();
            int accepted = 0;
            for (var answer : running) {
                if (answer.get().isAccepted()) accepted++;
                else assertThat(answer.get().code()).isEqualTo("GTIN_TAKEN");
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void anAdjustmentOfMoneyFallsOnTheBusinessDayOfItsPlace() {
        var beforeCutOver = Instant.parse("2026-03-02T03:59:59Z");
        var answer = shop.accepted(adjust(new AdjustmentId(Uuid7.random()), LISBON, -500, "EUR", beforeCutOver));
        assertThat(shop.factsOf(answer).getFirst())
                .isInstanceOfSatisfying(FinancialAdjustmentRecorded.class, posted -> {
                    assertThat(posted.amount()).isEqualTo(new Money(-500, EUR));
                    assertThat(posted.country()).isEqualTo(Country.of("PT"));
                    assertThat(posted.businessDay()).isEqualTo(LocalDate.parse("2026-03-01"));
                });
    }

    @Test
    void anAdjustmentOfMoneyIsPostedOnceAndInTheCurrencyOfItsPlace() {
        var id = new AdjustmentId(Uuid7.random());
        shop.refused(adjust(id, LISBON, 1, "USD", NOON), FinanceRejection.ADJUSTMENT_IN_OTHER_CURRENCY);
        shop.accepted(adjust(id, LISBON, 1, "EUR", NOON));
        shop.refused(adjust(id, LISBON, 1, "EUR", NOON), FinanceRejection.ADJUSTMENT_ALREADY_RECORDED);
        var elsewhere = adjust(new AdjustmentId(Uuid7.random()), LocationId.of("NOWHERE"), 1, "EUR", NOON);
        shop.refused(elsewhere, LocationRejection.LOCATION_UNKNOWN);
    }

    /** Rule book, "Stock": compare-and-set on stock changes that state a level. */
    @Test
    void ofTwoWhoCountedTheSameShelfTheSecondHasToLookAgain() {
        shop.accepted(product(sku, ProductEvent.Kind.GOODS, 0), receive(lisbon(sku), units(5)));
        var counted = shop.accepted(level(Condition.SELLABLE, 5, 4));
        assertThat(shop.factsOf(counted).getFirst()).isInstanceOfSatisfying(StockAdjusted.class, adjusted -> {
            assertThat(adjusted.change()).isEqualTo(QuantityChange.parse("-1"));
            assertThat(adjusted.believed()).isEqualTo(units(5));
        });
        shop.refused(level(Condition.SELLABLE, 5, 3), StockRejection.STOCK_LEVEL_CHANGED);
        shop.accepted(level(Condition.DAMAGED, 0, 2), level(Condition.SELLABLE, 4, 4));
        shop.refused(level(Condition.DAMAGED, 0, 1), StockRejection.STOCK_LEVEL_CHANGED);
    }

    @Test
    void whatIsSetAsideCanNeitherBeAdjustedAwayNorReclassified() {
        shop.accepted(product(sku, ProductEvent.Kind.GOODS, 0), receive(lisbon(sku), units(5)));
        shop.accepted(reserve(reservation(), "ann", lisbon(sku), 4, NOON.plusSeconds(60)));
        shop.refused(level(Condition.SELLABLE, 5, 3), StockRejection.NOT_ENOUGH_STOCK);
        shop.refused(
                new AdjustStock(lisbon(sku), null, QuantityChange.parse("-2"), "broken", NOON),
                StockRejection.NOT_ENOUGH_STOCK);
        var two = new ReclassifyStock(lisbon(sku), Condition.SELLABLE, Condition.DAMAGED, units(2), "cracked", NOON);
        shop.refused(two, StockRejection.NOT_ENOUGH_STOCK);
        shop.accepted(level(Condition.SELLABLE, 5, 4));
    }

    private SetStockLevel level(Condition condition, long believed, long level) {
        return new SetStockLevel(lisbon(sku), condition, units(believed), units(level), "count", NOON);
    }

    private static RegisterProduct named(Sku sku, Gtin... gtins) {
        return new RegisterProduct(sku, "Product", ProductEvent.Kind.GOODS, "EA", 0, List.of(gtins), NOON);
    }

    private static RecordFinancialAdjustment adjust(
            AdjustmentId id, LocationId location, long minor, String currency, Instant at) {
        return new RecordFinancialAdjustment(
                id,
                location,
                TILL,
                null,
                Kind.CORRECTION,
                new Money(minor, CurrencyCode.of(currency)),
                null,
                "counted wrongly",
                at);
    }
}
