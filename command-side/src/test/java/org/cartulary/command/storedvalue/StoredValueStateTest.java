package org.cartulary.command.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.storedvalue.Cards.*;
import static org.cartulary.command.storedvalue.StoredValueRejection.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.storedvalue.StoredValueCommand.AssignCardCode;
import org.cartulary.command.storedvalue.StoredValueCommand.ExpireStoredValue;
import org.cartulary.command.storedvalue.StoredValueCommand.UnblockStoredValue;
import org.cartulary.command.storedvalue.StoredValuePart.GiveBack;
import org.cartulary.command.storedvalue.StoredValuePart.InReturn;
import org.cartulary.command.storedvalue.StoredValuePart.InSale;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.command.storedvalue.StoredValuePart.Sold;
import org.cartulary.command.storedvalue.StoredValuePart.Spend;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.LoadCause;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.junit.jupiter.api.Test;

/** Rule book, "Tenders": a gift card's and a credit's balance is never negative, has one currency, and is spent in sequence. */
class StoredValueStateTest {

    private static final Place LISBON_EUR = new Place(LISBON, EUR, ZoneId.of("Europe/Lisbon"));
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final StoredValueId id = account();
    private final SaleId sale = new SaleId(Uuid7.random());
    private final ReturnId returnId = new ReturnId(Uuid7.random());

    @Test
    void anAccountIsOpenedInTheCurrencyAndZoneOfItsLocationAndHoldsOneLot() {
        var events = StoredValueState.NONE.decide(card(id, 2500, TOMORROW), LISBON_EUR, NOON);

        assertThat(events)
                .containsExactly(
                        new AccountOpened(id, AccountKind.GIFT_CARD, EUR, LISBON_EUR.zone(), LISBON, null, TODAY, NOON),
                        new ValueLoaded(
                                id,
                                AccountKind.GIFT_CARD,
                                EUR,
                                LoadCause.ISSUED,
                                1,
                                2500,
                                TOMORROW,
                                LISBON,
                                null,
                                null,
                                "raffle",
                                2500,
                                TODAY,
                                NOON));
        rejected(STORED_VALUE_ALREADY_OPEN, () -> after(events).decide(card(id, 1, null), LISBON_EUR, NOON));
    }

    @Test
    void aCreditKnowsItsCustomerAndACardBelongsToWhoeverHoldsIt() {
        var opened =
                StoredValueState.NONE.decide(credit(id, 100), LISBON_EUR, NOON).getFirst();

        assertThat(((AccountOpened) opened).customer()).isEqualTo(CustomerId.of("C-1"));
    }

    @Test
    void theLotsThatExpireFirstAreSpentFirst() {
        var state = holding(1000, null).then(load(id, 500, TOMORROW)).then(load(id, 300, TODAY));

        var redeemed = (ValueRedeemed) state.spend(900).getFirst();

        assertThat(redeemed.parts())
                .containsExactly(new LotPart(3, 300, TODAY), new LotPart(2, 500, TOMORROW), new LotPart(1, 100, null));
        assertThat(redeemed.balanceMinor()).isEqualTo(900);
    }

    /** medusajs/medusa#4892, saleor/saleor#13640: cards are drained beyond what is due, each checked alone. */
    @Test
    void twoTendersOnOneCardNeverCountTheSameMoney() {
        var state = holding(1000, null);

        rejected(NOT_ENOUGH_STORED_VALUE, () -> state.spend(600, 600));
        assertThat(state.spend(600, 400))
                .extracting(event -> ((ValueRedeemed) event).balanceMinor())
                .containsExactly(400L, 0L);
    }

    @Test
    void aBalanceIsNeverNegative() {
        rejected(NOT_ENOUGH_STORED_VALUE, () -> holding(1000, null).spend(1001));
    }

    @Test
    void aCardPaysNothingBeforeItIsSold() {
        var self = new InSale(
                id,
                LISBON_EUR,
                sale,
                List.of(new Spend(1, AccountKind.GIFT_CARD, 500)),
                List.of(new Sold(500, null)),
                NOON);

        rejected(STORED_VALUE_UNKNOWN, () -> StoredValueState.NONE.decide(self, NOON));
        rejected(NOT_ENOUGH_STORED_VALUE, () -> holding(100, null).state.decide(self, NOON));
    }

    @Test
    void anAccountIsSpentAsWhatItIsInItsOwnCurrencyAndOnlyWhileItIsNotBlocked() {
        var state = holding(1000, null);
        var dollars = new Place(LISBON, CurrencyCode.of("USD"), LISBON_EUR.zone());

        rejected(STORED_VALUE_OF_OTHER_KIND, () -> state.decide(spend(AccountKind.STORED_CREDIT, LISBON_EUR)));
        rejected(STORED_VALUE_IN_OTHER_CURRENCY, () -> state.decide(spend(AccountKind.GIFT_CARD, dollars)));
        rejected(STORED_VALUE_IN_OTHER_CURRENCY, () -> state.state.decide(load(id, 1, null), dollars, NOON));
        var blocked = state.then(block(id));
        rejected(STORED_VALUE_BLOCKED, () -> blocked.spend(1));
        rejected(STORED_VALUE_BLOCKED, () -> blocked.then(load(id, 1, null)));
        rejected(STORED_VALUE_BLOCKED, () -> blocked.then(block(id)));
        var found = new UnblockStoredValue(id, "found", NOON);
        assertThat(blocked.then(found).spend(1)).hasSize(1);
        rejected(STORED_VALUE_NOT_BLOCKED, () -> state.then(found));
    }

    @Test
    void nothingHappensToAnAccountThatNobodyOpened() {
        var none = new Account(StoredValueState.NONE);
        rejected(STORED_VALUE_UNKNOWN, () -> none.spend(1));
        rejected(STORED_VALUE_UNKNOWN, () -> none.then(load(id, 1, null)));
        rejected(STORED_VALUE_UNKNOWN, () -> none.then(block(id)));
        rejected(STORED_VALUE_UNKNOWN, () -> none.then(new ExpireStoredValue(id, NOON)));
    }

    @Test
    void noAccountHoldsMoreThanAnAmountMayBeNorAnythingThatIsOverAlready() {
        rejected(STORED_VALUE_TOO_HIGH, () -> holding(Money.MAX_MINOR, null).then(load(id, 1, null)));
        rejected(STORED_VALUE_ALREADY_EXPIRED, () -> holding(1, null).then(load(id, 1, TODAY.minusDays(1))));
    }

    /** Decision's time beats the sweeper: what has expired is written first, as of its local midnight, and is not spent. */
    /** A date that no table holds would stop every reader. */
    @Test
    void aLastDayHasAYearOfFourDigits() {
        for (var beyond : List.of(LocalDate.of(10_000, 1, 1), LocalDate.MAX, LocalDate.of(0, 1, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> card(account(), 100, beyond))
                    .withMessage("expiresOn has a year of four digits");
            assertThatIllegalArgumentException().isThrownBy(() -> load(account(), 100, beyond));
            assertThatIllegalArgumentException().isThrownBy(() -> line(1, "10.00", account(), beyond));
        }
    }

    @Test
    void aDecisionThatFindsExpiredLotsWritesTheirExpiryFirst() {
        var state = holding(1000, null).then(load(id, 500, TODAY));
        var afterMidnight = Instant.parse("2026-03-03T00:00:01Z");

        var events = state.state.decide(spend(AccountKind.GIFT_CARD, LISBON_EUR), afterMidnight);

        assertThat(events)
                .first()
                .isEqualTo(new ValueExpired(
                        id,
                        AccountKind.GIFT_CARD,
                        EUR,
                        List.of(new LotPart(2, 500, TODAY)),
                        500,
                        1000,
                        TOMORROW,
                        Instant.parse("2026-03-03T00:00:00Z")));
        assertThat(((ValueRedeemed) events.getLast()).parts()).containsExactly(new LotPart(1, 1, null));
        assertThat(state.state.decide(new ExpireStoredValue(id, NOON), null, NOON))
                .isEmpty();
    }

    @Test
    void whatGoesBackIsOnItsVeryLotsAndWhatHasExpiredMeanwhileIsANewLotThatNeverDoes() {
        var state = holding(1000, null).then(load(id, 500, TODAY));
        var spent = state.with(state.spend(1200));
        var back = new InReturn(
                id,
                LISBON_EUR,
                returnId,
                List.of(new GiveBack(1, List.of(new LotPart(1, 700, null), new LotPart(2, 500, TODAY)))),
                0,
                null,
                NOON);

        var onTheDay = (ValueRefunded) spent.decide(back).getFirst();
        assertThat(onTheDay.parts()).containsExactly(new LotPart(1, 700, null), new LotPart(2, 500, TODAY));
        var later = (ValueRefunded)
                spent.state.decide(back, NOON.plusSeconds(86_400)).getFirst();
        assertThat(later.parts()).containsExactly(new LotPart(1, 700, null), new LotPart(3, 500, null));
        assertThat(spent.with(List.of(later)).state.lots().next()).isEqualTo(4);
        assertThat(spent.with(List.of(onTheDay)).state.lots().next()).isEqualTo(3);
    }

    @Test
    void aReturnOpensTheCreditThatItNeedsAndNeverTurnsACardIntoOne() {
        var credit = new InReturn(id, LISBON_EUR, returnId, List.of(), 700, CustomerId.of("C-7"), NOON);

        assertThat(StoredValueState.NONE.decide(credit, NOON))
                .hasExactlyElementsOfTypes(AccountOpened.class, ValueLoaded.class);
        rejected(STORED_VALUE_OF_OTHER_KIND, () -> holding(1, null).decide(credit));
    }

    @Test
    void onlyCardsHaveCodes() {
        var code = new CardCodes(new byte[CardCodes.KEY_LENGTH]).hash("GIFT-0001");
        var credit = new Account(StoredValueState.NONE).then(credit(id, 100));

        rejected(CARD_CODE_NEEDS_GIFT_CARD, () -> credit.then(new AssignCardCode(id, code, NOON)));
        assertThat(holding(1, null)
                        .then(new AssignCardCode(id, code, NOON))
                        .state
                        .code())
                .isEqualTo(code);
    }

    private InSale spend(AccountKind kind, Place place) {
        return new InSale(id, place, sale, List.of(new Spend(1, kind, 1)), List.of(), NOON);
    }

    private Account holding(long amountMinor, LocalDate expiresOn) {
        return new Account(StoredValueState.NONE).then(card(id, amountMinor, expiresOn));
    }

    private static StoredValueState after(List<StoredValueEvent> events) {
        return new Account(StoredValueState.NONE).with(events).state;
    }

    /** A state that goes on. */
    private record Account(StoredValueState state) {

        Account then(StoredValueCommand command) {
            return with(state.decide(command, LISBON_EUR, NOON));
        }

        Account with(List<StoredValueEvent> events) {
            var next = state;
            for (var event : events) next = next.evolve(event);
            return new Account(next);
        }

        List<StoredValueEvent> decide(StoredValuePart part) {
            return state.decide(part, NOON);
        }

        List<StoredValueEvent> spend(long... amounts) {
            var spends = new ArrayList<Spend>();
            for (long amount : amounts) spends.add(new Spend(spends.size() + 1, AccountKind.GIFT_CARD, amount));
            return decide(new InSale(account(), LISBON_EUR, new SaleId(Uuid7.random()), spends, List.of(), NOON));
        }
    }
}
