package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.CardCodeHash;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.LoadCause;
import org.cartulary.events.storedvalue.StoredValueEvent.*;

/** Gift cards and credits as the ledger could have decided them, each a step further whenever it is asked. */
final class RandomAccounts {

    private static final ZoneId ZONE = ZoneId.of("UTC");

    private static final class Account {
        final StoredValueId id;
        final AccountKind kind;
        final Map<Integer, LotPart> lots = new TreeMap<>();
        boolean blocked;
        int lastLot;

        Account(int number) {
            id = account(number);
            kind = number % 3 == 0 ? AccountKind.STORED_CREDIT : AccountKind.GIFT_CARD;
        }

        long balance() {
            return lots.values().stream().mapToLong(LotPart::amount).sum();
        }
    }

    private final Random random;
    private final List<Account> accounts = new ArrayList<>();
    private int steps;

    RandomAccounts(Random random) {
        this.random = random;
    }

    static StoredValueId account(int number) {
        return new StoredValueId(Uuid7.named(NOON, "account " + number));
    }

    /** What happens next to some account. */
    List<LedgerEvent> next() {
        steps++;
        if (accounts.isEmpty() || random.nextInt(5) == 0) return open();
        var account = accounts.get(random.nextInt(accounts.size()));
        return switch (random.nextInt(6)) {
            case 0 -> List.of(load(account, LoadCause.LOADED));
            case 1 -> account.kind == AccountKind.GIFT_CARD ? List.of(code(account)) : List.of(block(account));
            case 2 -> expire(account);
            case 3 -> List.of(block(account));
            default -> account.balance() == 0 ? List.of(load(account, LoadCause.RETURNED)) : spend(account);
        };
    }

    private List<LedgerEvent> open() {
        var account = new Account(accounts.size() + 1);
        accounts.add(account);
        var customer = account.kind == AccountKind.STORED_CREDIT ? CARLA : null;
        return List.of(
                new AccountOpened(account.id, account.kind, EUR, ZONE, LISBON, customer, MARCH_1, NOON),
                load(account, random.nextBoolean() ? LoadCause.SOLD : LoadCause.ISSUED));
    }

    private LedgerEvent load(Account account, LoadCause cause) {
        long amount = 1 + random.nextInt(5_000);
        var expiresOn = random.nextBoolean() ? null : MARCH_1.plusDays(random.nextInt(30));
        put(account, new LotPart(++account.lastLot, amount, expiresOn));
        return new ValueLoaded(
                account.id,
                account.kind,
                EUR,
                cause,
                account.lastLot,
                amount,
                expiresOn,
                LISBON,
                cause == LoadCause.SOLD ? sale() : null,
                cause == LoadCause.RETURNED ? goodsBack() : null,
                cause == LoadCause.ISSUED || cause == LoadCause.LOADED ? "goodwill" : null,
                account.balance(),
                day(),
                at());
    }

    /** Sometimes the goods come back at once, or in the next lot. */
    private List<LedgerEvent> spend(Account account) {
        var lot = account.lots.values().iterator().next();
        var part = new LotPart(lot.lot(), 1 + random.nextInt((int) lot.amount()), lot.expiresOn());
        put(account, new LotPart(lot.lot(), -part.amount(), lot.expiresOn()));
        var redeemed = new ValueRedeemed(
                account.id,
                account.kind,
                EUR,
                LISBON,
                sale(),
                1,
                List.of(part),
                part.amount(),
                account.balance(),
                day(),
                at());
        if (random.nextInt(3) > 0) return List.of(redeemed);
        var back = random.nextBoolean() ? part : new LotPart(++account.lastLot, part.amount(), null);
        put(account, back);
        return List.of(
                redeemed,
                new ValueRefunded(
                        account.id,
                        account.kind,
                        EUR,
                        LISBON,
                        goodsBack(),
                        1,
                        List.of(back),
                        back.amount(),
                        account.balance(),
                        day(),
                        at()));
    }

    private List<LedgerEvent> expire(Account account) {
        var over = account.lots.values().stream()
                .filter(lot -> lot.expiresOn() != null)
                .findFirst();
        if (over.isEmpty()) return List.of();
        var part = over.get();
        put(account, new LotPart(part.lot(), -part.amount(), part.expiresOn()));
        return List.of(new ValueExpired(
                account.id, account.kind, EUR, List.of(part), part.amount(), account.balance(), day(), at()));
    }

    private LedgerEvent block(Account account) {
        account.blocked = !account.blocked;
        return account.blocked
                ? new AccountBlocked(account.id, "lost", day(), at())
                : new AccountUnblocked(account.id, "found", day(), at());
    }

    private LedgerEvent code(Account account) {
        var hash = CardCodeHash.of("k1." + "%064x".formatted(steps));
        return new CardCodeAssigned(account.id, hash, day(), at());
    }

    private static void put(Account account, LotPart change) {
        account.lots.merge(
                change.lot(),
                change,
                (lot, more) -> new LotPart(lot.lot(), lot.amount() + more.amount(), lot.expiresOn()));
        account.lots.values().removeIf(lot -> lot.amount() == 0);
    }

    private SaleId sale() {
        return TestEvents.sale(100_000 + steps);
    }

    private ReturnId goodsBack() {
        return TestEvents.goodsBack(100_000 + steps);
    }

    private LocalDate day() {
        return at().atZone(ZONE).toLocalDate();
    }

    private Instant at() {
        return NOON.plusSeconds(3_600L * (steps / 4));
    }
}
