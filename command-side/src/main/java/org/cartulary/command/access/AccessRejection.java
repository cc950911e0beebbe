package org.cartulary.command.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartulary.command.kernel.Rejection;

/** Why somebody may not do what is asked, or why keys, grants and approvals are refused, in the order in which the rules are asked. */
public enum AccessRejection implements Rejection {
    /** No grant of the client gives the permission. */
    PERMISSION_MISSING(true),
    /** The grants that give the permission hold in other locations. */
    LOCATION_NOT_GRANTED(true),
    /** The grants that give the permission hold for other channels. */
    CHANNEL_NOT_GRANTED(true),
    /** More than the client may do alone: another one has to approve. */
    LIMIT_EXCEEDED(true),
    APPROVAL_UNKNOWN(true),
    /** What was approved is another command, or the command of another client. */
    APPROVAL_OF_ANOTHER_COMMAND(true),
    APPROVAL_ALREADY_USED(true),
    /** Its time is over. */
    APPROVAL_OVER(true),
    /** Who approved may not do it either. */
    APPROVER_MAY_NOT(true),
    APPROVAL_ALREADY_GIVEN(false),
    /** Nobody approves what he sends himself. */
    APPROVAL_OF_ONESELF(false),
    KEY_ALREADY_ISSUED(false),
    KEY_UNKNOWN(false),
    /** The key ends before it begins. */
    KEY_ENDS_IN_THE_PAST(false),
    /** Nobody widens what he may do himself. */
    GRANT_TO_ONESELF(false),
    GRANT_ALREADY_GIVEN(false),
    GRANT_UNKNOWN(false);

    private static final Set<String> DENIALS = Arrays.stream(values())
            .filter(rejection -> rejection.denial)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final boolean denial;

    AccessRejection(boolean denial) {
        this.denial = denial;
    }

    /** Whether a refusal of this code says that the sender may not, whatever the ledger holds. */
    public static boolean isDenial(String code) {
        return DENIALS.contains(code);
    }
}
