package org.cartulary.ops.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command is told besides its own options: properties such as {@code --cartulary.database.url=…}. */
public final class SpringProperties {

    /** All of our own, in lower case and without hyphens. A test compares them with what the code asks for. */
    static final Set<String> OURS = Set.of(
            "cartulary.access.demo",
            "cartulary.access.enabled",
            "cartulary.access.issuers",
            "cartulary.client.grace",
            "cartulary.client.header",
            "cartulary.client.slowest",
            "cartulary.command.capacity",
            "cartulary.command.memory",
            "cartulary.command.patience",
            "cartulary.command.within",
            "cartulary.database.password",
            "cartulary.database.poolsize",
            "cartulary.database.port",
            "cartulary.database.programs",
            "cartulary.database.url",
            "cartulary.database.username",
            "cartulary.feed.heartbeat",
            "cartulary.feed.patience",
            "cartulary.feed.poll",
            "cartulary.feed.source",
            "cartulary.feed.streams",
            "cartulary.home",
            "cartulary.http.allowedorigins",
            "cartulary.loyalty.sweep",
            "cartulary.projection.batch",
            "cartulary.projection.firstretry",
            "cartulary.projection.lastretry",
            "cartulary.projection.pace",
            "cartulary.projection.poll",
            "cartulary.query.capacity",
            "cartulary.query.patience",
            "cartulary.query.wait",
            "cartulary.rate.batches",
            "cartulary.rate.commands",
            "cartulary.rate.reads",
            "cartulary.reservations.sweep",
            "cartulary.roles",
            "cartulary.sample",
            "cartulary.storedvalue.keyfile",
            "cartulary.storedvalue.sweep");

    private static final String PREFIX = "--cartulary.";

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
            if (!isProperty(argument) || isUnknownOfOurs(argument))
                throw new ParameterException(command, "Unknown option: '" + argument + "'");
    }

    private static boolean isUnknownOfOurs(String argument) {
        var name = argument.substring("--".length(), argument.indexOf('='))
                .replace("-", "")
                // Members of a list are told one by one.
                .replaceFirst("\\[\\d+].*", "")
                .toLowerCase(Locale.ROOT);
        return argument.startsWith(PREFIX) && !OURS.contains(name);
    }
}
