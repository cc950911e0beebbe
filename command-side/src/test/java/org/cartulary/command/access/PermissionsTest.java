package org.cartulary.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.api.CommandEndpoints.Endpoint;
import org.cartulary.events.access.Permission;
import org.cartulary.events.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Everything is denied unless it is granted, and there is somebody to whom each thing can be granted. */
class PermissionsTest {

    static final Iterable<Endpoint> ENDPOINTS = CommandEndpoints.ALL;

    @ParameterizedTest
    @FieldSource("ENDPOINTS")
    void whateverCanBeSentAsksForAPermission(Endpoint endpoint) {
        assertThat(Permissions.of(endpoint.command())).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void someRoleGivesIt(Permission permission) {
        assertThat(Role.values()).anyMatch(role -> role.gives(permission));
    }

    @Test
    void anAuditorAndAnAnalystChangeNothing() {
        for (var endpoint : CommandEndpoints.ALL)
            assertThat(Permissions.of(endpoint.command()))
                    .isNotIn(Role.AUDITOR.permissions())
                    .isNotIn(Role.ANALYST.permissions());
    }

    @Test
    void anAnalystSeesNoPersonalData() {
        assertThat(Role.ANALYST.permissions()).doesNotContain(Permission.SEE_PERSONAL_DATA, Permission.SEE_CUSTOMERS);
    }
}
