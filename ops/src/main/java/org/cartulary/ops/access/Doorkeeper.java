package org.cartulary.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Supplier;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.wiring.AccessDirectory;
import org.cartulary.ops.access.Addresses.Address;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a client pass to what its grants give. Commands pass: the ledger decides them, and records what it denies. */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {

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
        if (isCommand(request)) return PASS;
        var address = Addresses.of(request.getMethod(), request.getServletPath());
        return address.map(found -> verdict(client, found)).orElse(PASS);
    }

    private static boolean isCommand(HttpServletRequest request) {
        return request.getMethod().equals("POST") && CommandEndpoints.takesCommands(request.getServletPath());
    }

    private Verdict verdict(ProvenClient client, Address address) {
        if (address.permission() == null) return PASS;
        var now = clock.instant();
        boolean granted = directory.client(client.client()).grants().stream()
                .anyMatch(grant -> grant.gives(address.permission(), now));
        return granted ? PASS : new Verdict(false, address.words(), address.permission());
    }
}
