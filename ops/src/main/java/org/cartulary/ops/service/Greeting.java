package org.cartulary.ops.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartulary.ops.access.DemoKey;
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
    private final boolean asks;

    Greeting(
            Home home,
            Database database,
            @Value("${server.ssl.bundle:}") String bundle,
            @Value("${cartulary.access.enabled:true}") boolean asks) {
        this.isTls = !bundle.isEmpty();
        this.home = home;
        this.database = database;
        this.asks = asks;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext service) {
            lines(service.getWebServer().getPort(), event.getTimeTaken().toMillis())
                    .forEach(LOG::info);
        }
    }

    private String access() {
        var demo = DemoKey.file(home);
        if (!asks) return "It does not ask who is who, so it listens on this machine only (loopback).";
        if (!Files.exists(demo)) return "Who asks needs a key: cartulary keys create --help";
        return "A key for the demo, which may do everything; in a browser it is the password: %s (it lies in %s)"
                .formatted(read(demo), demo);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "(unreadable: " + unreadable.getMessage() + ")";
        }
    }

    private List<String> lines(int port, long millis) {
        var page = (isTls ? "https" : "http") + "://127.0.0.1:" + port;
        var data = database.isEmbedded() ? home.data() + " (embedded PostgreSQL)" : database.url();
        return List.of(
                "Cartulary runs after %,d ms: %s/".formatted(millis, page),
                "The API's documentation: %s/docs".formatted(page),
                "The data: " + data,
                access());
    }
}
