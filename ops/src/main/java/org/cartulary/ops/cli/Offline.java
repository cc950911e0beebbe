package org.cartulary.ops.cli;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.Cartulary;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Options of commands that open the ledger themselves: all of the service but its HTTP server. */
public final class Offline {

    @Option(names = "--home", description = "The directory of all data (.cartulary under the user's home).")
    private String home;

    @Unmatched
    private List<String> properties = new ArrayList<>();

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

    private String[] arguments() {
        var all = new ArrayList<>(properties);
        if (home != null) all.add("--cartulary.home=" + home);
        return all.toArray(String[]::new);
    }
}
