package org.cartulary.ops.service;

import java.util.List;
import org.cartulary.ops.database.Database;
import org.cartulary.ops.database.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Says at the start where to look. */
@Component
final class Greeting implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final Home home;
    private final Database database;
    private final boolean isTls;

    Greeting(Home home, Database database, @Value("${server.ssl.bundle:}") String bundle) {
        this.isTls = !bundle.isEmpty();
        this.home = home;
        this.database = database;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext service) {
            lines(service.getWebServer().getPort(), event.getTimeTaken().toMillis())
                    .forEach(LOG::info);
        }
    }

    private List<String> lines(int port, long millis) {
        var page = (isTls ? "https" : "http") + "://127.0.0.1:" + port;
        var data = database.isEmbedded() ? home.data() + " (embedded PostgreSQL)" : database.url();
        return List.of(
                "Cartulary runs after %,d ms: %s/".formatted(millis, page),
                "The API's documentation: %s/docs".formatted(page),
                "The data: " + data,
                "It has no access control yet, so it listens on this machine only (loopback).");
    }
}
