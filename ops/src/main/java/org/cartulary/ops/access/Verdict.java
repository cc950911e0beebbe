package org.cartulary.ops.access;

import org.cartulary.events.access.Permission;
import org.springframework.security.authorization.AuthorizationResult;

/**
 * What the doorkeeper says.
 *
 * @param granted whether the request passes
 * @param asked the method and the address, as the API describes it; of whatever there is nothing, only that
 * @param permission that is missing; null where the request passes, or nobody may ask for it
 */
record Verdict(boolean granted, String asked, Permission permission) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
        return granted;
    }
}
