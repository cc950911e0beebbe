package org.cartulary.ops.cli;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.Cartulary;
import org.cartulary.ops.database.Database;
import org.cartulary.ops.database.DatabaseAddress;
import org.cartulary.ops.database.DatabaseProperties;
import org.cartulary.ops.database.Home;
import org.cartulary.ops.database.ServiceNotStarted;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of commands that open the ledger themselves: all of the service but its HTTP server. */
public final class Offline {

    @Option(names = "--home", description = "The directory of all data (.cartulary under the user's home).")
    private String home;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * @param properties what the command was told besides its own options
     * @throws ServiceNotStarted if a service runs on the same home
     */
    public ConfigurableApplicationContext open(List<String> properties) {
        try {
            return application(Cartulary.class).run(arguments(properties));
        } catch (RuntimeException failure) {
            throw reason(failure);
        }
    }

    /** Spring wraps a refusal to start in the names of beans that nobody who reads it knows. */
    private static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ServiceNotStarted refusal) return refusal;
        return failure;
    }

    /**
     * The database alone, which may be in use.
     *
     * @param properties what the command was told besides its own options
     * @throws ServiceNotStarted if there is none
     */
    public Database database(List<String> properties) {
        try (var address = application(DatabaseAddress.class).run(arguments(properties))) {
            return Database.besides(address.getBean(Home.class), address.getBean(DatabaseProperties.class));
        } catch (RuntimeException failure) {
            throw reason(failure);
        }
    }

    private static SpringApplicationBuilder application(Class<?> source) {
        return new SpringApplicationBuilder(source)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Whoever opens it tells why it did not start.
                .properties(
                        "logging.level.org.springframework.boot.diagnostics=off",
                        "logging.level.org.springframework.context.annotation=error");
    }

    /** The words that start the service on the same home. */
    public String serve() {
        return "cartulary serve" + (home == null ? "" : " --home " + home);
    }

    /** @throws picocli.CommandLine.ParameterException if one of them is no property */
    public void demandProperties(List<String> properties) {
        SpringProperties.demand(command.commandLine(), properties);
    }

    private String[] arguments(List<String> properties) {
        demandProperties(properties);
        var all = new ArrayList<>(properties);
        if (home != null) all.add("--cartulary.home=" + home);
        return all.toArray(String[]::new);
    }
}
