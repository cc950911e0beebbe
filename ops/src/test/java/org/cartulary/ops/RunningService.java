package org.cartulary.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cartulary.ops.access.DemoKey;
import org.cartulary.ops.database.Home;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service with an embedded PostgreSQL of its own, on a free port, inside the test's JVM. */
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service on this home.
     *
     * @param properties further ones, as {@code name=value}
     */
    public static RunningService on(Path home, String... properties) {
        return at(null, home, properties);
    }

    /** @param clock of the ledger; the machine's where absent */
    public static RunningService at(Clock clock, Path home, String... properties) {
        return with(
                context -> {
                    if (clock != null) context.registerBean(Clock.class, () -> clock);
                },
                home,
                properties);
    }

    /** @param more what the test puts into the service before it starts */
    public static RunningService with(Consumer<GenericApplicationContext> more, Path home, String... properties) {
        var all = new ArrayList<>(List.of(
                "cartulary.home=" + home,
                "cartulary.database.programs=" + SharedPrograms.DIRECTORY,
                "server.port=0",
                "spring.main.banner-mode=off"));
        all.addAll(List.of(properties));
        // Who may what is told by tests of its own; all others are let do everything, on loopback.
        if (all.stream().noneMatch(property -> property.startsWith("cartulary.access.")))
            all.add("cartulary.access.enabled=false");
        return new RunningService(new SpringApplicationBuilder(Cartulary.class)
                .initializers(context -> more.accept((GenericApplicationContext) context))
                .run(all.stream().map(property -> "--" + property).toArray(String[]::new)));
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** That of the key which may do everything. */
    public String authorization() {
        try {
            return "Bearer " + Files.readString(DemoKey.file(bean(Home.class))).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of this path of the service. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where there are several of the type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
