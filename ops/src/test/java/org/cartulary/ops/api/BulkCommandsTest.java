package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many commands in one request: each has the outcome that it would have had alone, or all share one append. */
class BulkCommandsTest {

    private static final String RECEIVE = "stock.ReceiveGoods";
    private static final String SELL = "sale.RecordSale";

    @TempDir
    static Path home;

    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        channel = new HttpChannel(RunningService.on(home));
        Shop.open(channel, "TEAPOT", "CUP", "JUG", "BOWL", "PLATE");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @Test
    void withoutAFlagEachIsDecidedForItselfInTheirOrder() throws Exception {
        var sale = Shop.sale("TEAPOT");
        var items = List.of(
                Shop.item(SELL, "each-1", sale),
                Shop.item(RECEIVE, "each-2", Shop.receipt("TEAPOT", "1")),
                Shop.item(SELL, "each-3", Shop.sale("TEAPOT")),
                Shop.item(RECEIVE, "each-4", "{\"stock\": 1}"),
                Shop.item(RECEIVE, "each-2", Shop.receipt("TEAPOT", "2")),
                "{\"name\": \"" + RECEIVE + "\", \"command\": " + Shop.receipt("TEAPOT", "1") + "}");
        long before = channel.head();
        var answer = bulk("", items);
        assertThat(statuses(answer)).containsExactly(422, 200, 200, 400, 422, 400);
        assertThat(codes(answer))
                .containsExactly(
                        "NOT_ENOUGH_STOCK",
                        "",
                        "",
                        "MALFORMED_REQUEST",
                        "IDEMPOTENCY_KEY_REUSED",
                        "IDEMPOTENCY_KEY_MISSING");
        assertThat(counts(answer)).containsExactly(2, 1, 3);
        assertThat(channel.head())
                .isEqualTo(before + 1 + 2 + 3)
                .isEqualTo(answer.position())
                .isEqualTo(position(answer));
        var again = bulk("", items);
        assertThat(again.body().path("items")).isEqualTo(answer.body().path("items"));
        assertThat(channel.head()).isEqualTo(before + 6);
    }

    @Test
    void aMemberHasTheAnswerThatItWouldHaveHadAlone() throws Exception {
        var sale = Shop.sale("PLATE");
        var inBulk = bulk("", List.of(Shop.item(SELL, "alone", sale)));
        var alone = channel.post(Shop.SALES, sale, "alone");
        assertThat(alone.header("Idempotency-Replayed")).isEqualTo("true");
        var problem = inBulk.body().at("/items/0/problem");
        for (var member : List.of("code", "ruleId", "detail", "status", "position", "type", "title"))
            assertThat(problem.path(member)).as(member).isEqualTo(alone.body().path(member));
    }

    @Test
    void ofAnAtomicBatchAllAreRecordedInOneAppend() throws Exception {
        var items = List.of(
                Shop.item(RECEIVE, "all-1", Shop.receipt("CUP", "2")),
                Shop.item(SELL, "all-2", Shop.sale("CUP")),
                Shop.item(SELL, "all-3", Shop.sale("CUP")));
        long before = channel.head();
        var answer = bulk("\"atomic\": true, ", items);
        assertThat(statuses(answer)).containsOnly(200);
        assertThat(positions(answer)).containsExactly(before + 2, before + 5, before + 8);
        assertThat(channel.head()).isEqualTo(before + 8);
        assertThat(bulk("\"atomic\": true, ", items).text()).isEqualTo(answer.text());
        assertThat(channel.head()).isEqualTo(before + 8);
    }

    @Test
    void ofAnAtomicBatchNoneIsDoneWhereOneIsRefused() throws Exception {
        var items = List.of(
                Shop.item(RECEIVE, "none-1", Shop.receipt("JUG", "1")),
                Shop.item(SELL, "none-2", Shop.sale("JUG")),
                Shop.item(SELL, "none-3", Shop.sale("JUG")));
        long before = channel.head();
        var answer = bulk("\"atomic\": true, ", items);
        assertThat(statuses(answer)).containsOnly(422);
        assertThat(codes(answer)).containsExactly("BATCH_REFUSED", "BATCH_REFUSED", "NOT_ENOUGH_STOCK");
        assertThat(counts(answer)).containsExactly(0, 3, 0);
        assertThat(channel.head()).as("three records and no more").isEqualTo(before + 3);
        var shelf = channel.get("/v1/availability?sku=JUG&channel=web&min-position=" + answer.position());
        assertThat(shelf.body().path("items")).isEmpty();
    }

    @Test
    void anAtomicBatchWithAMalformedMemberIsMalformedAsAWhole() throws Exception {
        var items =
                List.of(Shop.item(RECEIVE, "form-1", Shop.receipt("JUG", "1")), Shop.item(RECEIVE, "form-2", "null"));
        long before = channel.head();
        var answer = channel.post(Shop.BULK, Shop.batch("\"atomic\": true, ", items));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(answer.violation()).isEqualTo("commands[1].command");
        assertThat(channel.head()).isEqualTo(before);
    }

    @Test
    void atomicAndParallelExcludeEachOther() throws Exception {
        var one = List.of(Shop.item(RECEIVE, "both", Shop.receipt("JUG", "1")));
        var answer = channel.post(Shop.BULK, Shop.batch("\"atomic\": true, \"parallel\": true, ", one));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aThousandInParallelAreAnsweredInTheOrderInWhichTheyWereSent() throws Exception {
        var items = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) items.add(Shop.item(RECEIVE, "side-" + i, Shop.receipt("BOWL", "1")));
        var answer = bulk("\"parallel\": true, ", items);
        assertThat(counts(answer)).containsExactly(1_000, 0, 0);
        assertThat(positions(answer)).doesNotHaveDuplicates();
        assertThat(answer.body().path("items").values())
                .extracting(item -> item.at("/accepted/command").stringValue(""))
                .startsWith("command/default/side-0", "command/default/side-1")
                .endsWith("command/default/side-999");
        var shelf = channel.get("/v1/availability?sku=BOWL&channel=web&min-position=" + position(answer));
        assertThat(shelf.body().at("/items/0/onHand").stringValue("")).isEqualTo("1000");
    }

    @Test
    void whatOnlyTheLedgerSendsAndWhatNobodyKnowsIsNoCommand() throws Exception {
        var expire = """
                {"reservation": "019cad00-3000-7000-8000-000000000001", "occurredAt": "2026-03-02T12:00:00Z"}""";
        var answer = bulk(
                "",
                List.of(
                        Shop.item("reservation.ExpireReservation", "sweep", expire),
                        Shop.item("stock.LoseGoods", "lose", "{}"),
                        "{\"key\": \"nameless\", \"command\": {}}"));
        assertThat(statuses(answer)).containsOnly(400);
        assertThat(answer.body().path("items").values())
                .allMatch(item ->
                        item.at("/problem/violations/0/field").stringValue("").equals("name"));
    }

    private static Answer bulk(String flags, List<String> items) throws Exception {
        return Shop.accepted(channel.post(Shop.BULK, Shop.batch(flags, items)));
    }

    private static long position(Answer answer) {
        return answer.body().path("position").longValue();
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").intValue())
                .toList();
    }

    private static List<String> codes(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.at("/problem/code").stringValue(""))
                .toList();
    }

    private static List<Long> positions(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.at("/accepted/position"))
                .map(JsonNode::longValue)
                .toList();
    }

    /** How many were accepted, refused and not decided. */
    private static List<Integer> counts(Answer answer) {
        return List.of("accepted", "refused", "failed").stream()
                .map(outcome -> answer.body().path(outcome).intValue())
                .toList();
    }
}
