package org.cartulary.ops;

import org.cartulary.ops.cli.CommandLines;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. Without arguments it serves. */
@SpringBootApplication(scanBasePackages = "org.cartulary", proxyBeanMethods = false)
public class Cartulary {
    static {
        // These are read when Axon's classes are loaded, so they come before everything else.
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    public static void main(String... arguments) {
        System.exit(CommandLines.execute(arguments));
    }
}
