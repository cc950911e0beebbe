package org.cartulary.ops.cli;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.Cartulary;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Options of commands that open the ledger themselves: all of the service but its HTTP server. */
public final class Offline {

    @Option(names = "--home", description = "The directory of all data (.cartulary under the user's home).")
    private String home;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws org.cartulary.ops.database.ServiceNotStarted if a service runs on the same home */
    public ConfigurableApplicationContext open() {
        return application(WebApplicationType.NONE).run(arguments());
    }

    SpringApplicationBuilder application(WebApplicationType type) {
        return new SpringApplicationBuilder(Cartulary.class)
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false);
    }

    /** Spring would take a mistyped option for a property, and say nothing. */
    public void demandProperties() {
        for (var property : properties)
            if (!Serve.isProperty(property))
                throw new ParameterException(command.commandLine(), "Unknown option: '" + property + "'");
    }

    private String[] arguments() {
        demandProperties();
        var all = new ArrayList<>(properties);
        if (home != null) all.add("--cartulary.home=" + home);
        return all.toArray(String[]::new);
    }
}
