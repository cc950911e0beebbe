package org.cartulary.events.returns;

import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;

/** A rule of policy was waived, by somebody who may. */
public record PolicyOverride(String reason, String approvedBy) {

    public PolicyOverride {
        CardNumbers.refuseIn(Shape.text(reason, 256, "override.reason"), "override.reason");
        CardNumbers.refuseIn(Shape.text(approvedBy, 64, "override.approvedBy"), "override.approvedBy");
    }
}
