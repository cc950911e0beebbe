package org.cartulary.ops.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.database.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the service until its process is told to stop. */
@Command(
        name = "serve",
        description = "Runs the service until it is told to stop (Ctrl-C, or SIGTERM).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Any property may be set as well, for example --cartulary.database.url=jdbc:postgresql://db/ledger"
        })
public final class Serve implements Callable<Integer> {
    @Option(names = "--port", description = "The port of the HTTP service (8080 where nothing is said).")
    private Integer port;

    @Option(names = "--home", description = "The directory of all data (.cartulary under the user's home).")
    private String home;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SpringProperties.demand(spec.commandLine(), properties);
        var closed = new CountDownLatch(1);
        ConfigurableApplicationContext service;
        try {
            service = application(closed).run(arguments());
        } catch (RuntimeException toldBySpring) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        var database = service.getBean(Database.class);
        while (!closed.await(1, TimeUnit.SECONDS)) if (database.hasEnded()) return withoutDatabase(service);
        return CommandLine.ExitCode.OK;
    }

    /** Whatever supervises the service starts it again, and the start recovers the database. */
    private int withoutDatabase(ConfigurableApplicationContext service) {
        spec.commandLine()
                .getErr()
                .println("The embedded PostgreSQL has ended, so the service ends too. Nothing acknowledged is lost.\n"
                        + "Start the service again: it recovers the database by itself.");
        service.close();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static SpringApplication application(CountDownLatch closed) {
        var application = new SpringApplication(Cartulary.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        return application;
    }

    private String[] arguments() {
        var all = new ArrayList<>(properties);
        if (port != null) {
            all.add("--server.port=" + port);
        }
        if (home != null) {
            all.add("--cartulary.home=" + home);
        }
        return all.toArray(String[]::new);
    }
}
