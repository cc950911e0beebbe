package org.cartulary.command.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule book, "Global": after any random history every identity holds, and a plain model beside the ledger agrees with each
 * of its decisions. A failure names the seed and the step.
 */
class RandomHistoriesTest {

    private static final int STEPS = 600;
    private static final Set<String> OUTCOMES = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_302, 77, -4})
    void theLedgerDecidesAsAPlainModelDoesAndEveryIdentityHolds(long seed) {
        try (var database = TestDatabase.migrated();
                var ledger = new TestLedger(database.dataSource())) {
            Histories.open(ledger);
            var history = new History(ledger, new Random(seed));
            for (int step = 1; step <= STEPS; step++)
                try {
                    history.step(step);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError("seed " + seed + ", step " + step + ": " + failure.getMessage(), failure);
                }
            history.end();
        }
    }

    /** A history in which nothing interesting happens proves nothing. */
    @AfterAll
    static void theHistoriesWereOfAllKinds() {
        assertThat(OUTCOMES)
                .contains(
                        "sale.RecordSale",
                        "returns.RecordReturn",
                        "returns.RecordReturnWithoutReceipt",
                        "reservation.PlaceReservation",
                        "reservation.ExtendReservation",
                        "reservation.StartPayment",
                        "reservation.CommitReservation",
                        "reservation.ReleaseReservation",
                        "stock.SetStockLevel",
                        "stock.ReclassifyStock",
                        "NOT_ENOUGH_STOCK",
                        "STOCK_LEVEL_CHANGED",
                        "RETURN_EXCEEDS_SALE",
                        "RESTOCKING_FEE_ON_DEFECTIVE",
                        "RESTOCKING_FEE_EXCEEDS_REFUND",
                        "CAP_WITHOUT_RECEIPT_REACHED",
                        "PRICE_ABOVE_LOWEST",
                        "RESERVATION_EXPIRED",
                        "RESERVATION_HOLDS_LESS",
                        "RESERVATION_USED_UP",
                        "RESERVATION_OF_ANOTHER_OWNER",
                        "CASH_ROUNDING_DIFFERS",
                        "BATCH_REFUSED");
    }

    private static final class History {
        private final TestLedger ledger;
        private final Random random;
        private final StockModel stock = new StockModel();
        private final TradeModel trade = new TradeModel();
        private final EventTally tally = new EventTally();
        private final RandomCommands commands;
        private final List<Request> sent = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private long head;

        History(TestLedger ledger, Random random) {
            this.ledger = ledger;
            this.random = random;
            this.commands = new RandomCommands(random, stock, trade);
            this.head = ledger.head();
        }

        void step(int step) {
            int kind = random.nextInt(20);
            if (kind == 0 && !sent.isEmpty()) repeat();
            else if (kind == 1) batch(step);
            else one(step);
            assertThat(ledger.head()).as("the ledger's head").isEqualTo(head);
        }

        private void one(int step) {
            var thought = commands.next();
            var command = thought.command();
            var expected = refusal(command);
            ledger.clockSays(command.occurredAt());
            var request = ledger.ledger.request(TestLedger.sender("step-" + step), command);
            var answer = ledger.ledger.submit(request.sender(), command);
            keep(request, answer);
            if (thought.flawed())
                assertThat(answer.isAccepted()).as("flawed: " + command).isFalse();
            else assertThat(answer.code()).as(command + " " + answer.detail()).isEqualTo(expected);
            if (answer.isAccepted()) learn(command, answer);
            else assertThat(answer.events()).isZero();
            compare(command);
        }

        private String refusal(Command command) {
            return switch (command) {
                case RecordReturn c -> trade.refusal(c);
                case RecordReturnWithoutReceipt c -> trade.refusal(c);
                default -> stock.refusal(command);
            };
        }

        private void keep(Request request, Answer answer) {
            sent.add(request);
            answers.add(answer);
            assertThat(answer.replayed()).isFalse();
            assertThat(answer.position()).as("position of the record").isEqualTo(head + answer.events() + 1);
            head = answer.position();
            OUTCOMES.add(answer.isAccepted() ? request.name() : answer.code());
        }

        private void learn(Command command, Answer answer) {
            var facts = ledger.factsOf(answer);
            facts.forEach(tally::add);
            if (command instanceof RecordSale sale) checkSold(sale, facts);
            stock.apply(command);
            for (var fact : facts)
                switch (fact) {
                    case SaleRecorded e -> trade.learn(e);
                    case ReturnRecorded e -> trade.learn(e);
                    case GoodsReturned e ->
                        stock.change(e.stock(), e.condition(), e.quantity().thousandths());
                    default -> {}
                }
            if (command instanceof RecordReturnWithoutReceipt back) trade.learn(back);
        }

        /** Each line of goods sold what the model says; a partial sale may have left lines out. */
        private void checkSold(RecordSale sale, List<LedgerEvent> facts) {
            var expected = stock.sold(sale);
            var lines = new HashMap<Integer, Long>();
            for (var fact : facts)
                if (fact instanceof SaleRecorded recorded)
                    for (SaleLine line : recorded.lines())
                        if (line.stock() != null)
                            lines.put(line.number(), line.quantity().thousandths());
            for (int i = 0; i < expected.size(); i++)
                assertThat(lines.getOrDefault(i + 1, 0L))
                        .as("sold of line " + (i + 1))
                        .isEqualTo(expected.get(i));
        }

        /** Sums of changes, the model's levels and what it holds are the same numbers. */
        private void compare(Command command) {
            for (var shelf : Histories.shelves()) {
                for (var condition : Condition.values())
                    assertThat(tally.level(shelf, condition))
                            .as(shelf + " " + condition)
                            .isEqualTo(stock.level(shelf, condition));
                assertThat(tally.heldAt(shelf, command.occurredAt()))
                        .as("held on " + shelf)
                        .isEqualTo(stock.reserved(shelf, command.occurredAt()));
            }
        }

        /** Sent again, it is answered again, and nothing is recorded. */
        private void repeat() {
            int which = random.nextInt(sent.size());
            var again = ledger.ledger.submit(
                    sent.get(which).sender(), sent.get(which).command());
            assertThat(again.replayed()).isTrue();
            assertThat(again.position()).isEqualTo(answers.get(which).position());
            assertThat(again.code()).isEqualTo(answers.get(which).code());
        }

        /** All or none, as the model says. */
        private void batch(int step) {
            var requests = IntStream.range(0, 2 + random.nextInt(3))
                    .mapToObj(i ->
                            ledger.ledger.request(TestLedger.sender("step-" + step + "-" + i), commands.nextOfStock()))
                    .toList();
            var after = stock.copy();
            var codes = new ArrayList<String>();
            for (var request : requests) {
                codes.add(after.refusal(request.command()));
                if (codes.getLast() != null) break;
                after.apply(request.command());
            }
            int refused = codes.getLast() == null ? -1 : codes.size() - 1;
            ledger.clockSays(requests.getLast().command().occurredAt());
            var answered = ledger.ledger.submitAtomically(requests);
            for (int i = 0; i < requests.size(); i++) {
                keep(requests.get(i), answered.get(i));
                var expected = refused < 0 ? null : i == refused ? codes.getLast() : "BATCH_REFUSED";
                assertThat(answered.get(i).code())
                        .as(requests.get(i).command().toString())
                        .isEqualTo(expected);
                if (refused < 0) learn(requests.get(i).command(), answered.get(i));
            }
            compare(requests.getLast().command());
        }

        void end() {
            var positions = ledger.sql
                    .sql("select count(*) as events, min(position) as first, max(position) as last from ledger.event")
                    .query()
                    .singleRow();
            assertThat(positions)
                    .containsEntry("events", head)
                    .containsEntry("first", 1L)
                    .containsEntry("last", head);
        }
    }
}
