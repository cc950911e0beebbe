package org.cartulary.command.wiring;

import java.util.List;
import org.cartulary.command.access.ApprovalState;
import org.cartulary.command.access.ClientState;
import org.cartulary.command.access.KeyState;
import org.cartulary.command.kernel.Kind;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.States;
import org.cartulary.command.loyalty.LoyaltyState;
import org.cartulary.command.loyalty.ProgrammeState;
import org.cartulary.command.reservation.ReservationState;
import org.cartulary.command.returns.AllowanceState;
import org.cartulary.command.sale.SaleState;
import org.cartulary.command.stock.StockState;
import org.cartulary.command.storedvalue.StoredValueState;
import org.cartulary.command.transfer.TransferState;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.transfer.TransferEvent;

/** All kinds of aggregates that there are. */
final class Aggregates {

    private static final Kind<StockId, StockState, StockEvent> SHELF = new Kind<>(
            StockState.class,
            StockState.EMPTY,
            StockEvent.class,
            StockState::evolve,
            StockId::toString,
            state -> state.holds().size() + state.safety().size());

    private static final Kind<ReservationId, ReservationState, ReservationEvent> RESERVATION = new Kind<>(
            ReservationState.class,
            ReservationState.NONE,
            ReservationEvent.class,
            ReservationState::evolve,
            ReservationEvent::streamOf,
            state -> state.left().size());

    private static final Kind<SaleId, SaleState, SaleEvent> SALE = new Kind<>(
            SaleState.class,
            SaleState.NONE,
            SaleEvent.class,
            SaleState::evolve,
            SaleEvent::streamOf,
            state -> state.sale() == null ? 0 : 3 * state.sale().lines().size());

    private static final Kind<CustomerId, AllowanceState, AllowanceUsed> ALLOWANCE = new Kind<>(
            AllowanceState.class,
            AllowanceState.NONE,
            AllowanceUsed.class,
            AllowanceState::evolve,
            ReturnEvent::allowanceOf,
            state -> state.used().size());

    private static final Kind<TransferId, TransferState, TransferEvent> TRANSFER = new Kind<>(
            TransferState.class,
            TransferState.NONE,
            TransferEvent.class,
            TransferState::evolve,
            TransferEvent::streamOf,
            state -> state.requested().size() + state.accounts().size());

    private static final Kind<ProgrammeId, ProgrammeState, ProgrammeEvent> PROGRAMME = new Kind<>(
            ProgrammeState.class,
            ProgrammeState.NONE,
            ProgrammeEvent.class,
            ProgrammeState::evolve,
            ProgrammeEvent::streamOf,
            state -> 10 * state.terms().size());

    private static final Kind<LoyaltyId, LoyaltyState, LoyaltyEvent> POINTS = new Kind<>(
            LoyaltyState.class,
            LoyaltyState.NONE,
            LoyaltyEvent.class,
            LoyaltyState::evolve,
            LoyaltyId::toString,
            state -> state.lots().lots().size());

    private static final Kind<StoredValueId, StoredValueState, StoredValueEvent> STORED_VALUE = new Kind<>(
            StoredValueState.class,
            StoredValueState.NONE,
            StoredValueEvent.class,
            StoredValueState::evolve,
            StoredValueEvent::streamOf,
            state -> state.lots().lots().size());

    static final Kind<ClientId, ClientState, GrantEvent> CLIENT = new Kind<>(
            ClientState.class,
            ClientState.NONE,
            GrantEvent.class,
            ClientState::evolve,
            GrantEvent::streamOf,
            state -> 10 * state.grants().size());

    static final Kind<KeyId, KeyState, KeyEvent> KEY =
            new Kind<>(KeyState.class, KeyState.NONE, KeyEvent.class, KeyState::evolve, KeyEvent::streamOf, state -> 1);

    private static final Kind<ApprovalId, ApprovalState, ApprovalEvent> APPROVAL = new Kind<>(
            ApprovalState.class,
            ApprovalState.NONE,
            ApprovalEvent.class,
            ApprovalState::evolve,
            ApprovalEvent::streamOf,
            state -> 1);

    static final List<Kind<?, ?, ?>> KINDS = List.of(
            SHELF, RESERVATION, SALE, ALLOWANCE, TRANSFER, PROGRAMME, POINTS, STORED_VALUE, CLIENT, KEY, APPROVAL);

    /** What is kept as snapshots. */
    static final List<Class<?>> STATES =
            KINDS.stream().<Class<?>>map(Kind::type).toList();

    private final States states;

    Aggregates(States states) {
        this.states = states;
    }

    Participants<StockId, StockState> shelves() {
        return new Participants<>(SHELF, states);
    }

    Participants<ReservationId, ReservationState> reservations() {
        return new Participants<>(RESERVATION, states);
    }

    Participants<SaleId, SaleState> sales() {
        return new Participants<>(SALE, states);
    }

    Participants<CustomerId, AllowanceState> allowances() {
        return new Participants<>(ALLOWANCE, states);
    }

    Participants<TransferId, TransferState> transfers() {
        return new Participants<>(TRANSFER, states);
    }

    Participants<ProgrammeId, ProgrammeState> programmes() {
        return new Participants<>(PROGRAMME, states);
    }

    Participants<LoyaltyId, LoyaltyState> points() {
        return new Participants<>(POINTS, states);
    }

    Participants<StoredValueId, StoredValueState> storedValue() {
        return new Participants<>(STORED_VALUE, states);
    }

    Participants<ClientId, ClientState> clients() {
        return new Participants<>(CLIENT, states);
    }

    Participants<KeyId, KeyState> keys() {
        return new Participants<>(KEY, states);
    }

    Participants<ApprovalId, ApprovalState> approvals() {
        return new Participants<>(APPROVAL, states);
    }
}
