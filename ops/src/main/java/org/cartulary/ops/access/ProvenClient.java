package org.cartulary.ops.access;

import java.util.List;
import org.cartulary.events.kernel.ClientId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A client that has proven who it is. What it may do is not in here: its grants are asked each time. */
final class ProvenClient extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient ClientId client;

    ProvenClient(ClientId client) {
        super(List.of());
        this.client = client;
        setAuthenticated(true);
    }

    ClientId client() {
        return client;
    }

    /** The secret is forgotten. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return client;
    }

    @Override
    public String getName() {
        return client.value();
    }
}
