package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule book, "Commands", over HTTP: accepted, refused, repeated, asked for on trial. */
class CommandAnswersTest {

    @TempDir
    static Path home;

    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        channel = new HttpChannel(RunningService.on(home));
        Shop.open(channel, "TEAPOT", "CUP", "JUG", "BOWL");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @Test
    void anAcceptedCommandIsAnsweredWithThePositionOfItsRecord() throws Exception {
        long before = channel.head();
        var answer = Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "2"), "accepted"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.position()).isEqualTo(before + 2).isEqualTo(channel.head());
        assertThat(answer.body().path("position").longValue()).isEqualTo(answer.position());
        assertThat(answer.body().path("events").intValue()).isEqualTo(1);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aCommandThatIsSentAgainIsAnsweredWordForWord() throws Exception {
        var first = Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "2"), "again"));
        long head = channel.head();
        var again = channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "2"), "again");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(channel.head()).isEqualTo(head);
    }

    @Test
    void theOrderOfMembersAndSpacesMakeNoOtherCommand() throws Exception {
        Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "3"), "spaces"));
        var same = """
                {"occurredAt":"2026-03-02T09:30:00Z", "quantity":"3",
                 "stock":{"sku":"CUP","location":"LISBON"}}""";
        assertThat(channel.post(Shop.RECEIPTS, same, "spaces").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void aKeyNamesOneCommandOnly() throws Exception {
        Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "4"), "one"));
        long head = channel.head();
        var other = channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "5"), "one");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(other.body().has("position")).as("nothing was recorded").isFalse();
        assertThat(channel.head()).isEqualTo(head);
    }

    @Test
    void theKeysOfTwoClientsNeverMeet() throws Exception {
        var mine = channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "6"), "ours", "Cartulary-Client", "till-1");
        var yours = channel.post(Shop.RECEIPTS, Shop.receipt("CUP", "7"), "ours", "Cartulary-Client", "till-2");
        assertThat(Shop.accepted(yours).position())
                .isGreaterThan(Shop.accepted(mine).position());
    }

    @Test
    void aRefusalSaysWhichRuleAndIsSeenInTheHistory() throws Exception {
        long before = channel.head();
        var refused = channel.post(Shop.SALES, Shop.sale("TEAPOT"), "refused", "Cartulary-Actor", "ann");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.code()).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(refused.body().path("ruleId").stringValue("")).isEqualTo("stock.not-enough-stock");
        assertThat(refused.body().path("position").longValue())
                .isEqualTo(refused.position())
                .isEqualTo(before + 1)
                .isEqualTo(channel.head());
        var record = channel.get("/v1/history/commands/default/refused?min-position=" + refused.position());
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.body().path("outcome").stringValue("")).isEqualTo("REFUSED");
        assertThat(record.body().path("code").stringValue("")).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(record.body().path("actor").stringValue("")).isEqualTo("ann");
        assertThat(record.body().path("events")).isEmpty();
    }

    @Test
    void aRefusalIsAnsweredAgainAlsoWhenTheCommandWouldNowBeAccepted() throws Exception {
        var sale = Shop.sale("JUG");
        var first = channel.post(Shop.SALES, sale, "too-early");
        assertThat(first.status()).isEqualTo(422);
        Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("JUG", "1")));
        var again = channel.post(Shop.SALES, sale, "too-early");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Shop.accepted(channel.post(Shop.SALES, sale, "in-time"));
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndLeavesNoTrace() throws Exception {
        Shop.accepted(channel.post(Shop.RECEIPTS, Shop.receipt("BOWL", "1")));
        long head = channel.head();
        var sale = Shop.sale("BOWL");
        var would = Shop.accepted(channel.post(Shop.SALES + "?dryRun=true", sale, "trial"));
        assertThat(would.body().path("outcome").stringValue("")).isEqualTo("ACCEPTED");
        assertThat(would.body().path("events").values())
                .extracting(event -> event.path("name").stringValue(""))
                .containsExactly("stock.GoodsSold", "sale.SaleRecorded");
        var not = Shop.accepted(channel.post(Shop.SALES + "?dryRun=true", Shop.sale("TEAPOT"), "trial"));
        assertThat(not.body().path("outcome").stringValue("")).isEqualTo("REFUSED");
        assertThat(not.code()).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(channel.head()).isEqualTo(head);
        assertThat(channel.get("/v1/history/commands/default/trial").status()).isEqualTo(404);
        assertThat(Shop.accepted(channel.post(Shop.SALES, sale, "trial")).header("Idempotency-Replayed"))
                .as("the key is still free")
                .isEmpty();
    }
}
