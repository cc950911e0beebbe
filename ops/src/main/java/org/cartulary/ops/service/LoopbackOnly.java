package org.cartulary.ops.service;

import java.net.InetAddress;
import org.cartulary.ops.database.ServiceNotStarted;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the service does not ask who is who, whoever reaches it may post sales. So nobody else may reach it. */
@Component
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private static final int HIGHEST_PORT = 65_535;

    private final Environment settings;

    LoopbackOnly(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        requirePort("server");
        if (setting("cartulary.access.enabled", Boolean.class) == Boolean.FALSE)
            requireLoopback("server", "Leave cartulary.access.enabled=false out, or set server.address to 127.0.0.1.");
        // A server of their own is behind nothing that asks who is who.
        if (setting("management.server.port", Integer.class) != null)
            requireLoopback("management.server", "Set management.server.address to 127.0.0.1.");
    }

    /** An address that is empty is every address of the machine. */
    private void requireLoopback(String server, String remedy) {
        var address = setting(server + ".address", InetAddress.class);
        if (address == null || !address.isLoopbackAddress())
            throw new ServiceNotStarted(
                    "The service was told to listen on %s, and to ask nobody there who he is."
                            .formatted(address == null ? "every address" : address.getHostAddress()),
                    remedy);
    }

    private void requirePort(String server) {
        var port = setting(server + ".port", Integer.class);
        if (port != null && port > HIGHEST_PORT)
            throw new ServiceNotStarted(
                    "There is no port %d.".formatted(port),
                    "Set %s.port to at most %d.".formatted(server, HIGHEST_PORT));
    }

    private <T> T setting(String name, Class<T> type) {
        return Binder.get(settings).bind(name, type).orElse(null);
    }
}
