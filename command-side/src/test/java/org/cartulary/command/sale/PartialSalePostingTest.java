package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Examples.lisbon;
import static org.cartulary.command.Examples.product;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.reservation;
import static org.cartulary.command.Examples.reserve;
import static org.cartulary.command.Examples.units;

import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.reservation.ReservationRejection;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Stock": all or nothing unless {@code allowPartial}; then what is there, held or free. */
class PartialSalePostingTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final ReservationId anns = reservation();

    @BeforeAll
    static void opens() {
        shop = new TestLedger(database.dataSource());
        Examples.open(shop);
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @Test
    void aFreeLineLeavesTheHoldToTheLineThatNamesIt() {
        stockedAndHeld(5, 3);
        var answer = shop.accepted(new Basket()
                .owner("ann")
                .line(sku, units(3), "1")
                .reserved(sku, 3, "1", anns)
                .partial()
                .sale());
        assertThat(sale(answer).lines()).extracting(SaleLine::quantity).containsExactly(units(2), units(3));
    }

    @Test
    void whereNothingIsFreeWhatIsHeldIsSold() {
        stockedAndHeld(3, 3);
        var answer = shop.accepted(new Basket()
                .owner("ann")
                .line(sku, units(3), "1")
                .reserved(sku, 5, "1", anns)
                .partial()
                .sale());
        assertThat(sale(answer).lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.quantity()).isEqualTo(units(3));
        });
    }

    @Test
    void aReservationThatMayNotBeUsedIsTheReasonThoughOtherLinesAreThere() {
        stockedAndHeld(5, 3);
        shop.refused(
                new Basket()
                        .owner("ben")
                        .line(sku, units(1), "1")
                        .reserved(sku, 1, "1", anns)
                        .partial()
                        .sale(),
                ReservationRejection.RESERVATION_OF_ANOTHER_OWNER);
        shop.refused(
                new Basket()
                        .owner("ann")
                        .line(sku, units(1), "1")
                        .reserved(sku, 1, "1", reservation())
                        .partial()
                        .sale(),
                ReservationRejection.RESERVATION_UNKNOWN);
    }

    private void stockedAndHeld(long units, long held) {
        shop.accepted(
                product(sku, Kind.GOODS, 0),
                receive(lisbon(sku), units(units)),
                reserve(anns, "ann", lisbon(sku), held, NOON.plusSeconds(600)));
    }

    private static SaleRecorded sale(Answer answer) {
        return (SaleRecorded) shop.factsOf(answer).getLast();
    }
}
