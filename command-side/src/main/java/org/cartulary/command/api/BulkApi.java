package org.cartulary.command.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cartulary.command.api.RequestBodies.Bulk;
import org.cartulary.command.api.RequestBodies.Item;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Request;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ClientId;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes up to 1,000 commands at once: each for itself in their order, each for itself side by side, or all in one append.
 * Every command has its own key and its own outcome.
 */
final class BulkApi {

    private final CommandApi commands;
    private final GuardedLedger ledger;
    private final RequestBodies bodies;

    BulkApi(CommandApi commands, GuardedLedger ledger, RequestBodies bodies) {
        this.commands = commands;
        this.ledger = ledger;
        this.bodies = bodies;
    }

    /**
     * What became of one command of a batch: the answer or the problem that it would have got alone.
     *
     * @param key the command's idempotency key
     * @param status the HTTP status that the command would have been answered with alone
     */
    record Outcome(
            String key,
            int status,
            @MayBeAbsent Accepted accepted,
            @MayBeAbsent Problem problem) {}

    /**
     * What became of a batch, in the order in which it was sent.
     *
     * @param accepted how many commands were accepted
     * @param refused how many were refused by a rule, which is recorded
     * @param failed how many could not be decided, which is not recorded: they may be sent again
     */
    record Outcomes(boolean atomic, int accepted, int refused, int failed, List<Outcome> items) {

        static Outcomes of(boolean atomic, List<Outcome> items) {
            int accepted =
                    (int) items.stream().filter(item -> item.status() == 200).count();
            int refused = (int) items.stream()
                    .filter(item -> item.problem() != null && item.problem().position() != null)
                    .count();
            return new Outcomes(atomic, accepted, refused, items.size() - accepted - refused, items);
        }
    }

    ServerResponse submit(ServerRequest request) {
        return commands.answering(request, () -> {
            CommandApi.requireKnownParameters(request, Set.of());
            var client = ClientId.of(CommandApi.clientOf(request));
            var bulk = bodies.bulk(request);
            var items = bulk.atomic() ? atomic(request, client, bulk) : each(request, client, bulk);
            return commands.respond(200, MediaType.APPLICATION_JSON)
                    .body(CanonicalJson.write(Outcomes.of(bulk.atomic(), items)));
        });
    }

    private List<Outcome> atomic(ServerRequest request, ClientId client, Bulk bulk) {
        var requests = new ArrayList<Request>();
        for (int i = 0; i < bulk.commands().size(); i++)
            requests.add(member(request, client, bulk.commands().get(i), i));
        var answers = ledger.submitAtomically(requests);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < answers.size(); i++)
            outcomes.add(outcome(request, requests.get(i).sender(), answers.get(i)));
        return outcomes;
    }

    private Request member(ServerRequest request, ClientId client, Item item, int index) {
        try {
            return ledger.request(sender(request, client, item), bodies.command(item));
        } catch (RuntimeException malformed) {
            throw new MalformedRequest(Problems.of(malformed).within("commands[" + index + "]"));
        }
    }

    private List<Outcome> each(ServerRequest request, ClientId client, Bulk bulk) throws Exception {
        if (!bulk.parallel())
            return bulk.commands().stream()
                    .map(item -> one(request, client, item))
                    .toList();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Outcome>>();
            for (var item : bulk.commands()) running.add(workers.submit(() -> one(request, client, item)));
            var outcomes = new ArrayList<Outcome>();
            for (var outcome : running) outcomes.add(outcome.get());
            return outcomes;
        }
    }

    private Outcome one(ServerRequest request, ClientId client, Item item) {
        try {
            var sender = sender(request, client, item);
            return outcome(request, sender, ledger.submit(sender, bodies.command(item)));
        } catch (Exception failure) {
            var problem = Problems.of(failure);
            commands.count(problem);
            return new Outcome(item.key(), problem.status(), null, problem.at(request.path()));
        }
    }

    private Sender sender(ServerRequest request, ClientId client, Item item) {
        if (item.key() == null) throw CommandApi.keyMissing("give each of the commands a key of its own");
        return commands.sender(request, client, item.key());
    }

    private Outcome outcome(ServerRequest request, Sender sender, Answer answer) {
        commands.noteLatest(answer);
        return answer.isAccepted()
                ? new Outcome(sender.key(), 200, Accepted.of(sender, answer), null)
                : new Outcome(sender.key(), 422, null, CommandApi.problemOf(request, answer));
    }
}
