package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cartulary.command.wiring.AccessDirectory;
import org.cartulary.ops.access.Addresses.Address;
import org.cartulary.query.kernel.Sight;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets a client pass to what its grants give. Of a command only the permission is asked for here, so that nobody sends bodies for nothing:
 * where it may be done, and how far, the ledger decides with it.
 */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Map<String, Address> COMMANDS =
            Addresses.COMMANDS.stream().collect(Collectors.toUnmodifiableMap(Address::path, address -> address));

    private static final Verdict PASS = new Verdict(true, null, null);

    private final AccessDirectory directory;
    private final Clock clock;

    Doorkeeper(AccessDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Verdict authorize(Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof ProvenClient client)) return new Verdict(false, "", null);
        var request = context.getRequest();
        if (request.getMethod().equals("POST")) {
            var command = COMMANDS.get(request.getServletPath());
            if (command != null) return verdict(client, command, request);
        }
        return Addresses.of(request.getMethod(), request.getServletPath())
                .map(found -> verdict(client, found, request))
                .orElse(PASS);
    }

    private Verdict verdict(ProvenClient client, Address address, HttpServletRequest request) {
        if (address.asksForNothing()) return PASS;
        var now = clock.instant();
        var grants = directory.client(client.client()).grants();
        var giving =
                grants.stream().filter(grant -> address.isGivenBy(grant, now)).toList();
        if (giving.isEmpty()) return new Verdict(false, address.words(), address.permission());
        request.setAttribute(Sight.ATTRIBUTE, Sights.of(giving, grants, now));
        return PASS;
    }
}
