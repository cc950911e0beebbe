package org.cartulary.events.access;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.DenialId;

/**
 * A client asked for what it may not see. Commands that are denied are in their own records.
 *
 * @param denial its identity
 * @param asked the method and the address as the API describes it, such as {@code GET /v1/sales/{sale}}: never what was sent
 * @param permission that no grant gives; absent where any of several would do
 */
public record AccessDenied(
        DenialId denial,
        ClientId client,
        String asked,
        @MayBeAbsent Permission permission,
        Instant occurredAt) implements LedgerEvent {

    @Override
    public String stream() {
        return "denial/" + denial;
    }
}
