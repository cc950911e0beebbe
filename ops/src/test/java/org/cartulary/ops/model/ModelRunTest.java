package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.LedgerBusy;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.ops.RunningService;
import org.cartulary.projection.config.ForProjections;
import org.cartulary.projection.config.ProjectionConfiguration;
import org.cartulary.projection.kernel.PostgresEventFeed;
import org.cartulary.projection.kernel.ProjectionSettings;
import org.cartulary.projection.kernel.Projections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rule book, "Global": after any random interleaving every identity holds at every position. Workers send commands of all kinds
 * at once; what was accepted is then counted again by a plain model, in the order of positions, and projected again from zero;
 * both agree at the end and at random earlier positions, and units, money and points are conserved at each.
 */
class ModelRunTest {

    private static final int WORKERS = 64;
    private static final int COMMANDS = Integer.getInteger("cartulary.model.commands", 200_000);
    private static final int POSITIONS = 20;

    private final long seed = Long.getLong("cartulary.model.seed", new Random().nextLong());
    private final Acquaintances known = new Acquaintances();
    private final Queue<Done> accepted = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private Ledger ledger;

    @TempDir
    Path home;

    @Test
    void aPlainModelAndTheProjectionsAgreeAtTheEndAndOnTheWay() throws Exception {
        // Nobody reads ahead of the steps: this node only takes commands.
        try (var service = RunningService.on(
                home, "cartulary.roles=command", "cartulary.reservations.sweep=1d", "logging.level.root=warn")) {
            ledger = service.bean(Ledger.class);
            open();
            var began = Instant.now();
            work();
            System.out.println("Model run: seed " + seed + ", " + COMMANDS + " commands in "
                    + Duration.between(began, Instant.now()).toSeconds() + " s, " + new TreeMap<>(outcomes));
            agree(service.bean(ForProjections.SOURCE, DataSource.class));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
    }

    private void open() {
        int number = 0;
        for (var command : Town.opening(Instant.now())) keep(command, submit("opening-" + number++, command));
    }

    private void work() throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<?>>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int number = worker;
                ends.add(workers.submit(() -> work(number)));
            }
            for (var end : ends) end.get();
        }
    }

    private void work(int worker) {
        var random = new Random(seed + worker);
        var mind = new RandomWorker(random, known, command -> ledger.dryRun(sender("dry"), command));
        for (int i = worker; i < COMMANDS; i += WORKERS) {
            var command = mind.next();
            var key = worker + "-" + i;
            var answer = submit(key, command);
            keep(command, answer);
            if (random.nextInt(50) == 0) repeat(key, command, answer);
        }
    }

    private void keep(Command command, Answer answer) {
        outcomes.merge(answer.isAccepted() ? "ACCEPTED" : answer.code(), 1, Integer::sum);
        if (!answer.isAccepted()) return;
        accepted.add(new Done(command, answer));
        known.learn(command);
    }

    /** Rule book, "Commands": sent again, it is answered again and nothing happens. */
    private void repeat(String key, Command command, Answer first) {
        var again = submit(key, command);
        assertThat(again.replayed()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.code()).isEqualTo(first.code());
    }

    private static Sender sender(String key) {
        return new Sender(ClientId.of("model"), key, null, null, null, null);
    }

    private Answer submit(String key, Command command) {
        while (true)
            try {
                return ledger.submit(sender(key), command);
            } catch (LedgerBusy outrun) {
                outcomes.merge("BUSY", 1, Integer::sum);
            }
    }

    private void agree(DataSource source) {
        var model = new Model();
        var steps = new Steps(new PostgresEventFeed(source));
        var settings = new ProjectionSettings(
                2_000, Duration.ofMillis(100), Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(30));
        var projections =
                new Projections(source, steps, ProjectionConfiguration.all(), settings, new SimpleMeterRegistry());
        var views = new Views(JdbcClient.create(source));
        projections.start();
        try {
            var done = accepted.stream()
                    .sorted(Comparator.comparingLong(Done::position))
                    .toList();
            int next = 0;
            for (long position : positions(done)) {
                for (; next < done.size() && done.get(next).position() <= position; next++)
                    apply(model, done.get(next));
                steps.moveTo(position);
                await().atMost(Duration.ofMinutes(10))
                        .until(() -> projections.statuses().stream().allMatch(status -> status.position() == position));
                compare(model, views, position);
            }
        } finally {
            projections.stop();
        }
    }

    private static void apply(Model model, Done done) {
        try {
            model.apply(done);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("at " + done.position() + ", " + done.command() + ": " + failure, failure);
        }
    }

    /** Random ones, and the last. Each is the end of an append: between two of its events nobody can stand. */
    private TreeSet<Long> positions(List<Done> done) {
        var random = new Random(seed);
        var positions = new TreeSet<Long>();
        while (positions.size() < Math.min(POSITIONS, done.size()))
            positions.add(done.get(random.nextInt(done.size())).position());
        positions.add(done.getLast().position());
        return positions;
    }

    private void compare(Model model, Views views, long position) {
        var at = "at position " + position;
        same("shelves " + at, views.shelves(), model.shelves.rows());
        same("in transit " + at, views.inTransit(), model.roads.rows());
        assertThat(model.shelves.onHand() + model.roads.inTransit())
                .as("units on hand and in transit are those that entered and did not leave, " + at)
                .isEqualTo(model.shelves.entered());
        assertThat(views.sold()).as("sold " + at).isEqualTo(model.tills.sold());
        assertThat(views.adjusted()).as("adjusted " + at).isEqualTo(model.tills.adjusted());
        assertThat(views.returned()).as("returned " + at).isEqualTo(model.tills.returned());
        assertThat(views.taken()).as("taken by tender " + at).isEqualTo(model.tills.taken());
        assertThat(views.given()).as("given back by tender " + at).isEqualTo(model.tills.given());
        same("gift cards and credits " + at, views.wallets(), model.wallets.rows());
        assertThat(List.of(sum(views.wallets()), views.owedToHolders()))
                .as("balances are what was loaded and not spent, " + at)
                .containsOnly(model.wallets.entered());
        same("points " + at, views.points(), model.points.rows());
        assertThat(List.of(sum(views.points()), views.owedToMembers()))
                .as("points are what was earned and is not gone, " + at)
                .containsOnly(model.points.entered());
        assertThat(sum(views.taken())).as("tenders are totals, " + at).isEqualTo(views.sold());
        assertThat(sum(views.given())).as("refunds are what came back, " + at).isEqualTo(views.returned());
    }

    /** Names only what differs: there are a thousand rows. */
    private static <T> void same(String what, Map<String, T> projected, Map<String, T> modelled) {
        var names = new TreeSet<>(projected.keySet());
        names.addAll(modelled.keySet());
        var differences = names.stream()
                .filter(name -> !Objects.equals(projected.get(name), modelled.get(name)))
                .map(name -> name + ": projected " + projected.get(name) + ", modelled " + modelled.get(name))
                .toList();
        assertThat(differences).as(what).isEmpty();
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
