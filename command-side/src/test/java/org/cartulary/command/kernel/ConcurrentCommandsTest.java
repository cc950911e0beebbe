package org.cartulary.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.stock.StockState;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Stock": what many want at once is given out once. Reports: medusajs/medusa#16569, saleor/saleor#544. */
class ConcurrentCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

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
    void sixtyFourClientsBuyTheLastTwoHundredOfAnItemFiveHundredTimes() throws Exception {
        shop.accepted(receive(lisbon(TEAPOT), units(200)));
        long before = shop.head();
        var answers = answered(
                64, 500, i -> () -> shop.submit(Basket.of(TEAPOT, 1, "25.00").sale()));
        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(200);
        assertThat(answers)
                .filteredOn(answer -> "NOT_ENOUGH_STOCK".equals(answer.code()))
                .hasSize(300);
        assertThat(shop.head() - before).isEqualTo(200 * 3 + 300);
        assertThat(neverBelowZero("stock/LISBON/TEAPOT").sellable()).isEqualTo(units(0));
    }

    @Test
    void theSameWithHolds() throws Exception {
        shop.accepted(receive(lisbon(CUP), units(200)));
        var answers = answered(
                64,
                500,
                i -> () -> shop.submit(reserve(reservation(), "cart " + i, lisbon(CUP), 1, NOON.plusSeconds(600))));
        assertThat(answers).filteredOn(Answer::isAccepted).hasSize(200);
        assertThat(answers)
                .filteredOn(answer -> "NOT_ENOUGH_STOCK".equals(answer.code()))
                .hasSize(300);
        var shelf = neverBelowZero("stock/LISBON/CUP");
        assertThat(shelf.holds().total()).isEqualTo(units(200)).isEqualTo(shelf.sellable());
    }

    @Test
    void fiftyAtOnceWithOneKeyAreOneSale() throws Exception {
        shop.accepted(receive(lisbon(TEA), units(50)));
        var sale = Basket.of(TEA, 1, "25.00").sale();
        long before = shop.head();
        var answers = answered(50, 50, i -> () -> {
            try {
                return shop.ledger.submit(TestLedger.sender("one-key"), sale);
            } catch (CommandInFlight inFlight) {
                return null;
            }
        });
        assertThat(shop.head() - before).isEqualTo(3);
        var given = answers.stream().filter(answer -> answer != null).toList();
        assertThat(given).isNotEmpty();
        assertThat(given).allMatch(Answer::isAccepted);
        assertThat(given).extracting(Answer::position).containsOnly(before + 3);
        assertThat(given).filteredOn(answer -> !answer.replayed()).hasSize(1);
    }

    private static StockState neverBelowZero(String stream) {
        var shelf = StockState.EMPTY;
        for (var event : shop.stream(stream)) {
            shelf = shelf.evolve((StockEvent) event);
            assertThat(shelf.holds().total().isMoreThan(shelf.sellable())).isFalse();
        }
        return shelf;
    }

    private static List<Answer> answered(int clients, int times, java.util.function.IntFunction<Callable<Answer>> work)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Answer>> running = IntStream.range(0, times)
                    .mapToObj(work)
                    .map(threads::submit)
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var answer : running) answers.add(answer.get());
            return answers;
        }
    }
}
