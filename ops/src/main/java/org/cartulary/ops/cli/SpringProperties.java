package org.cartulary.ops.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command is told besides its own options: properties such as {@code --cartulary.database.url=…}. */
public final class SpringProperties {

    private SpringProperties() {}

    static boolean isProperty(String argument) {
        return argument.matches("--[a-z][a-z0-9-]*\\.[^=]+=.*");
    }

    /**
     * Spring would take a mistyped option for a property, and say nothing.
     *
     * @throws ParameterException naming the first that is none
     */
    public static void demand(CommandLine command, List<String> arguments) {
        for (var argument : arguments)
            if (!isProperty(argument)) throw new ParameterException(command, "Unknown option: '" + argument + "'");
    }
}
