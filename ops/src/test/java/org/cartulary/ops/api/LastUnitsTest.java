package org.cartulary.ops.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many clients want more than there is, through every door: what there is goes once, and each refusal is recorded. */
class LastUnitsTest {

    private static final int CLIENTS = 64;
    private static final int WANTED = 500;
    private static final Map<String, Long> TWO_HUNDRED_OF_FIVE_HUNDRED =
            Map.of("200", 200L, "422NOT_ENOUGH_STOCK", 300L);

    @TempDir
    static Path home;

    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        channel = new HttpChannel(RunningService.on(home));
        Shop.open(channel, "TEAPOT", "CUP", "JUG", "BOWL", "PLATE");
        for (var sku : List.of("TEAPOT", "CUP", "JUG", "PLATE"))
            Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt(sku, "200")));
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @Test
    void soldOneByOne() throws Exception {
        long before = channel.head();
        var answers = atOnce(CLIENTS, WANTED, i -> () -> channel.post(Shop.SALES, Shop.sale("TEAPOT")));
        assertThat(counted(answers.stream().map(answer -> answer.status() + answer.code())))
                .isEqualTo(TWO_HUNDRED_OF_FIVE_HUNDRED);
        assertThat(channel.head() - before).isEqualTo(200 * 3 + 300);
        everyUnitIsAccountedFor("TEAPOT", "0", "0");
    }

    /** A thousand buyers at the same moment, each on a connection of his own: nobody is sent away without an answer. */
    @Test
    void soldToAThousandBuyersAtOnce() throws Exception {
        long before = channel.head();
        var answers = atOnce(1_000, 1_000, i -> () -> channel.post(Shop.SALES, Shop.sale("PLATE")));
        assertThat(counted(answers.stream().map(answer -> answer.status() + answer.code())))
                .isEqualTo(Map.of("200", 200L, "422NOT_ENOUGH_STOCK", 800L));
        assertThat(channel.head() - before).isEqualTo(200 * 3 + 800);
        everyUnitIsAccountedFor("PLATE", "0", "0");
    }

    @Test
    void reservedOneByOne() throws Exception {
        long before = channel.head();
        var answers = atOnce(
                CLIENTS, WANTED, i -> () -> channel.post(Shop.RESERVATIONS, Shop.reservation("CUP", "cart-" + i)));
        assertThat(counted(answers.stream().map(answer -> answer.status() + answer.code())))
                .isEqualTo(TWO_HUNDRED_OF_FIVE_HUNDRED);
        assertThat(channel.head() - before).isEqualTo(200 * 3 + 300);
        everyUnitIsAccountedFor("CUP", "200", "200");
    }

    @Test
    void soldInBatchesSideBySide() throws Exception {
        long before = channel.head();
        var batches = atOnce(
                CLIENTS, 50, i -> () -> channel.post(Shop.BULK, Shop.batch("\"parallel\": true, ", sales("JUG", i))));
        var outcomes = batches.stream()
                .flatMap(batch -> batch.body().path("items").valueStream())
                .map(item -> item.path("status").intValue()
                        + item.at("/problem/code").stringValue(""));
        assertThat(counted(outcomes)).isEqualTo(TWO_HUNDRED_OF_FIVE_HUNDRED);
        assertThat(channel.head() - before).isEqualTo(200 * 3 + 300);
        everyUnitIsAccountedFor("JUG", "0", "0");
    }

    /** saleor/saleor#14251, odoo/odoo#152259: retries can't be told from new orders. */
    @Test
    void fiftyRequestsWithOneKeyAreOneReceipt() throws Exception {
        long before = channel.head();
        var answers = atOnce(50, 50, i -> () -> channel.post(Shop.RECEIPTS, Shop.receipt("BOWL", "1"), "one-key"));
        assertThat(channel.head() - before).isEqualTo(2);
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        var given = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(given).extracting(Answer::text).containsOnly(given.getFirst().text());
        assertThat(given)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allMatch(answer -> answer.code().equals("COMMAND_IN_FLIGHT")
                        && answer.header("Retry-After").equals("1"));
        var again = channel.post(Shop.RECEIPTS, Shop.receipt("BOWL", "1"), "one-key");
        assertThat(again.text()).isEqualTo(given.getFirst().text());
    }

    private static List<String> sales(String sku, int batch) {
        return IntStream.range(0, 10)
                .mapToObj(i -> Shop.item("sale.RecordSale", sku + "-" + batch + "-" + i, Shop.sale(sku)))
                .toList();
    }

    private static Map<String, Long> counted(Stream<String> outcomes) {
        return outcomes.collect(groupingBy(identity(), counting()));
    }

    /** No movement left the shelf below zero or below its holds, and the last one left it as expected. */
    private static void everyUnitIsAccountedFor(String sku, String sellable, String reserved) throws Exception {
        var movements = channel.get("/v1/stock/movements?limit=1000&sku=" + sku + "&min-position=" + channel.head());
        var after = new ArrayList<JsonNode>();
        for (var movement : movements.body().path("items")) after.add(movement.path("after"));
        assertThat(after).hasSize(201).allMatch(shelf -> number(shelf, "sellable") >= number(shelf, "reserved"));
        assertThat(after).allMatch(shelf -> number(shelf, "reserved") >= 0);
        var shelf = channel.get("/v1/availability?sku=" + sku + "&channel=till&min-position=" + channel.head())
                .body()
                .at("/items/0");
        assertThat(shelf.path("sellable").stringValue("")).isEqualTo(sellable);
        assertThat(shelf.path("reserved").stringValue("")).isEqualTo(reserved);
        assertThat(shelf.path("availableToSell").stringValue("")).isEqualTo("0");
    }

    private static int number(JsonNode shelf, String name) {
        return Integer.parseInt(shelf.path(name).stringValue(""));
    }

    private static List<Answer> atOnce(int clients, int times, IntFunction<Callable<Answer>> work) throws Exception {
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
