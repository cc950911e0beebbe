package org.cartulary.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.transfer.Road.*;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartulary.command.transfer.TransferCommand.CloseTransfer;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.events.transfer.LossOwner;
import org.junit.jupiter.api.Test;

/** The shape of what is asked about transfers: what can't be meant is malformed, and says which member is wrong. */
class TransferCommandTest {

    @Test
    void goodsMoveToAnotherLocation() {
        malformed("destination is another location than source", () -> request(ID, LISBON, LISBON, line(1, CUP, 1)));
        malformed("source is missing", () -> request(ID, null, LISBON, line(1, CUP, 1)));
    }

    @Test
    void theLinesOfARequestAreNumberedAndMoveSomething() {
        malformed("lines is empty", () -> request(ID, WAREHOUSE, LISBON));
        malformed("lines[].number counts 1, 2, 3, …", () -> request(line(2, CUP, 1)));
        malformed("lines[].quantity is more than nothing", () -> request(line(1, CUP, 0)));
        malformed("lines[].sku is missing", () -> request(line(1, null, 1)));
    }

    @Test
    void aLineIsNamedOnceInADispatchAndInAReceipt() {
        malformed("lines names line 1 twice", () -> dispatch(sent(1, 1), sent(1, 1)));
        malformed("lines names line 2 twice", () -> receive(all(2, 1), all(2, 1)));
        malformed("lines[].quantity is more than nothing", () -> sent(1, 0));
    }

    @Test
    void aReceiptSaysWhatBecameOfSomething() {
        malformed("lines[].received is missing, and nothing else is said of the line", () -> arrived(1, null));
        assertThat(arrived(1, units(2)).surplus()).isEqualTo(units(0));
    }

    @Test
    void aRemainderIsLostOrBackAndNotBoth() {
        malformed(
                "lossOwner is absent where the units are back at the source",
                () -> new CloseTransfer(ID, LossOwner.CARRIER, true, "nobody was there", NOON));
    }

    @Test
    void theDateHasAYearThatTablesCanKeep() {
        malformed("expectedOn has a year of four digits", () -> dispatchBy(LocalDate.MAX, sent(1, 1)));
        malformed("expectedOn has a year of four digits", () -> dispatchBy(LocalDate.of(0, 1, 1), sent(1, 1)));
    }

    @Test
    void noCardNumberIsStoredAsACarrier() {
        assertThatThrownBy(() -> new DispatchTransfer(ID, List.of(sent(1, 1)), "4111 1111 1111 1111", null, null, NOON))
                .hasMessageContaining("card number");
    }

    private static void malformed(String why, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(IllegalArgumentException.class).hasMessage(why);
    }
}
