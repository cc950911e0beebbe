package org.cartulary.ops.service;

import java.net.InetAddress;
import org.cartulary.ops.database.ServiceNotStarted;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Whoever reaches the service may post sales, because it doesn't know who is who yet. So nobody else may reach it. */
@Component
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private final InetAddress address;

    LoopbackOnly(@Value("${server.address:127.0.0.1}") InetAddress address) {
        this.address = address;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        if (!address.isLoopbackAddress()) {
            throw new ServiceNotStarted(
                    "The service was told to listen on %s, but it has no access control yet."
                            .formatted(address.getHostAddress()),
                    "Leave server.address at 127.0.0.1, and put a proxy that knows its users before it.");
        }
    }
}
