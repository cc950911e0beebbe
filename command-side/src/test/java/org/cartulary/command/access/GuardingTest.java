package org.cartulary.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.events.access.ApprovalEvent.ApprovalUsed;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.GrantId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.cartulary.events.stock.StockId;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients may do is decided with the command, and whatever is denied is recorded. */
class GuardingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static TestLedger shop;

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final ClientId client = fresh("associate");

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
    void whoHasNoGrantMayDoNothingAndIsRecorded() {
        long head = shop.head();

        var answer = sent(receive(lisbon(sku), units(1)));

        assertThat(answer.code()).isEqualTo("PERMISSION_MISSING");
        assertThat(answer.ruleId()).isEqualTo("access.permission-missing");
        var recorded = shop.stored(head + 1, head + 2).getFirst();
        assertThat(recorded.data()).isInstanceOfSatisfying(CommandRecorded.class, record -> {
            assertThat(record.client()).isEqualTo(client);
            assertThat(record.code()).isEqualTo("PERMISSION_MISSING");
        });
        assertThat(shop.head()).isEqualTo(head + 1);
    }

    @Test
    void aGrantGivesWhatItsRoleGivesAndNothingElse() {
        stocked(5);
        give(Role.ASSOCIATE, null, null, null);

        assertThat(sent(receive(lisbon(sku), units(1))).isAccepted()).isTrue();
        assertThat(sent(product(Sku.of("NEW-" + UUID.randomUUID()), Kind.GOODS, 0))
                        .code())
                .isEqualTo("PERMISSION_MISSING");
    }

    @Test
    void aGrantHoldsInItsLocationsAlone() {
        stocked(5);
        give(Role.ASSOCIATE, List.of(LISBON), null, null);

        assertThat(sent(receive(new StockId(WAREHOUSE, sku), units(1))).code()).isEqualTo("LOCATION_NOT_GRANTED");
        assertThat(sent(receive(lisbon(sku), units(1))).isAccepted()).isTrue();
    }

    @Test
    void aGrantHoldsForItsChannelsAlone() {
        stocked(5);
        give(Role.CHANNEL, null, List.of(WEB), null);

        assertThat(sent(Basket.of(sku, 1, "1").sale()).code()).isEqualTo("CHANNEL_NOT_GRANTED");
    }

    @Test
    void whatConcernsAllLocationsNeedsAGrantInAllOfThem() {
        give(Role.MANAGER, List.of(LISBON), null, null);
        assertThat(sent(product(sku, Kind.GOODS, 0)).code()).isEqualTo("LOCATION_NOT_GRANTED");

        give(Role.MANAGER, null, null, null);
        assertThat(sent(product(sku, Kind.GOODS, 0)).isAccepted()).isTrue();
    }

    @Test
    void aWithdrawnGrantEndsAtOnce() {
        stocked(5);
        var grant = give(Role.ASSOCIATE, null, null, null);
        assertThat(sent(receive(lisbon(sku), units(1))).isAccepted()).isTrue();

        shop.accepted(new WithdrawGrant(client, grant, "left", NOON));

        assertThat(sent(receive(lisbon(sku), units(1))).code()).isEqualTo("PERMISSION_MISSING");
    }

    /** The other node still remembers the grant when it decides; the append finds out. */
    @Test
    void aGrantWithdrawnOnAnotherNodeIsFoundByTheAppend() {
        stocked(5);
        var grant = give(Role.ASSOCIATE, null, null, null);
        try (var other = new TestLedger(database.dataSource())) {
            assertThat(other.ledger
                            .submit(sender(null), receive(lisbon(sku), units(1)))
                            .isAccepted())
                    .isTrue();
            shop.accepted(new WithdrawGrant(client, grant, null, NOON));

            assertThat(other.ledger
                            .submit(sender(null), receive(lisbon(sku), units(1)))
                            .code())
                    .isEqualTo("PERMISSION_MISSING");
        }
    }

    @Test
    void aGrantEndsByItselfByTheLedgersClock() {
        stocked(5);
        var grant = new Grant(new GrantId(Uuid7.random()), Role.ASSOCIATE, null, null, null, NOON);
        shop.accepted(new GiveGrant(client, grant, null, NOON));

        assertThat(sent(receive(lisbon(sku), units(1))).code()).isEqualTo("PERMISSION_MISSING");
    }

    @Test
    void whatHasALimitIsDeniedUnlessItIsGranted() {
        stocked(50);
        give(Role.ASSOCIATE, null, null, null);
        assertThat(sent(adjusted(-1)).code()).isEqualTo("LIMIT_EXCEEDED");

        give(Role.ASSOCIATE, null, null, upTo(3));
        assertThat(sent(adjusted(-3)).isAccepted()).isTrue();
        var beyond = sent(adjusted(-4));
        assertThat(beyond.code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(beyond.detail()).contains("stock put right by 4");
    }

    @Test
    void aDryRunSaysWhoMayNotAndRecordsNothing() {
        stocked(50);
        long head = shop.head();

        var answer = shop.ledger.dryRun(sender(null), receive(lisbon(sku), units(1)));

        assertThat(answer.code()).isEqualTo("PERMISSION_MISSING");
        assertThat(shop.head()).isEqualTo(head);
    }

    @Test
    void aSecondClientsApprovalLetsOneCommandBeyondTheLimit() {
        stocked(90);
        give(Role.ASSOCIATE, null, null, upTo(3));
        var command = adjusted(-40);
        var approval = approved(manager(upTo(100)), command);

        var answer = sent(command, approval);

        assertThat(answer.isAccepted()).as(answer.detail()).isTrue();
        assertThat(shop.factsOf(answer)).hasExactlyElementsOfTypes(StockAdjusted.class, ApprovalUsed.class);
        assertThat(sent(command, approval).code()).isEqualTo("APPROVAL_ALREADY_USED");
    }

    @Test
    void anApprovalIsForOneClientAndOneCommand() {
        stocked(50);
        give(Role.ASSOCIATE, null, null, upTo(3));
        var approval = approved(manager(upTo(100)), adjusted(-40));

        assertThat(sent(adjusted(-41), approval).code()).isEqualTo("APPROVAL_OF_ANOTHER_COMMAND");
        assertThat(sent(adjusted(-40), new ApprovalId(Uuid7.random())).code()).isEqualTo("APPROVAL_UNKNOWN");
    }

    @Test
    void whoApprovesNeedsTheLimitHimself() {
        stocked(50);
        give(Role.ASSOCIATE, null, null, upTo(3));
        var command = adjusted(-40);

        var answer = sent(command, approved(manager(upTo(10)), command));

        assertThat(answer.code()).isEqualTo("APPROVER_MAY_NOT");
    }

    @Test
    void nobodyApprovesHisOwnCommand() {
        give(Role.MANAGER, null, null, upTo(3));

        var answer = sent(approval(client, adjusted(-40)));

        assertThat(answer.code()).isEqualTo("APPROVAL_OF_ONESELF");
    }

    @Test
    void anApprovalEnds() {
        stocked(50);
        give(Role.ASSOCIATE, null, null, upTo(3));
        var command = adjusted(-40);
        var approval = approved(manager(upTo(100)), command);
        shop.clockSays(NOON.plus(Duration.ofDays(1)));
        try {
            assertThat(sent(command, approval).code()).isEqualTo("APPROVAL_OVER");
        } finally {
            shop.clockSays(NOON);
        }
    }

    @Test
    void nobodyWidensWhatHeMayDoHimself() {
        give(Role.ADMINISTRATOR, null, null, null);
        var grant = new Grant(new GrantId(Uuid7.random()), Role.MANAGER, null, null, null, null);

        assertThat(sent(new GiveGrant(client, grant, null, NOON)).code()).isEqualTo("GRANT_TO_ONESELF");
        assertThat(sent(new GiveGrant(fresh("other"), grant, null, NOON)).isAccepted())
                .isTrue();
    }

    @Test
    void aRetryIsAnsweredAsItWasThoughTheGrantIsGone() {
        stocked(5);
        var grant = give(Role.ASSOCIATE, null, null, null);
        var sender = sender(null);
        var command = receive(lisbon(sku), units(1));
        var first = shop.ledger.submit(sender, command);
        shop.accepted(new WithdrawGrant(client, grant, null, NOON));

        var again = shop.ledger.submit(sender, command);

        assertThat(again.replayed()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
    }

    private static ClientId fresh(String role) {
        return ClientId.of(role + "-" + UUID.randomUUID());
    }

    private void stocked(long units) {
        shop.accepted(product(sku, Kind.GOODS, 0), receive(lisbon(sku), units(units)));
    }

    private AdjustStock adjusted(long units) {
        return new AdjustStock(lisbon(sku), null, QuantityChange.parse(Long.toString(units)), "a shelf fell", NOON);
    }

    private static Limits upTo(long units) {
        return new Limits(null, null, null, null, Quantity.of(units), null, null, null);
    }

    private GrantId give(Role role, List<LocationId> locations, List<ChannelId> channels, Limits limits) {
        return give(client, role, locations, channels, limits);
    }

    private static GrantId give(
            ClientId to, Role role, List<LocationId> locations, List<ChannelId> channels, Limits limits) {
        var id = new GrantId(Uuid7.random());
        shop.accepted(new GiveGrant(to, new Grant(id, role, locations, channels, limits, null), null, NOON));
        return id;
    }

    private ClientId manager(Limits limits) {
        var manager = fresh("manager");
        give(manager, Role.MANAGER, null, null, limits);
        return manager;
    }

    private ApprovalId approved(ClientId by, Command command) {
        var approval = approval(client, command);
        var sender = new Sender(by, UUID.randomUUID().toString(), null, null, null, null, null, true);
        var answer = shop.ledger.submit(sender, approval);
        assertThat(answer.isAccepted()).as(answer.detail()).isTrue();
        return approval.approval();
    }

    private static ApproveCommand approval(ClientId of, Command command) {
        return new ApproveCommand(
                new ApprovalId(Uuid7.random()),
                of,
                CommandCatalogue.name(command.getClass()),
                CanonicalJson.MAPPER.valueToTree(command),
                null,
                NOON);
    }

    private Answer sent(Command command) {
        return sent(command, null);
    }

    private Answer sent(Command command, ApprovalId approval) {
        return shop.ledger.submit(sender(approval), command);
    }

    private Sender sender(ApprovalId approval) {
        return new Sender(client, UUID.randomUUID().toString(), null, null, null, null, approval, true);
    }
}
