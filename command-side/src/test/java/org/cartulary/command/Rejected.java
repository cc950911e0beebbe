package org.cartulary.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Rejection;

/** Says in one line that a rule refuses. */
public final class Rejected {

    private Rejected() {}

    public static void rejected(Rejection why, ThrowingCallable decision) {
        var refusal = catchThrowableOfType(CommandRejected.class, decision);
        assertThat(refusal).as("refused with " + why).isNotNull();
        assertThat(refusal.rejection()).as(refusal.getMessage()).isEqualTo(why);
        assertThat(refusal.getMessage()).isNotBlank();
    }
}
