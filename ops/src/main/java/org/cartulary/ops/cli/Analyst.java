package org.cartulary.ops.cli;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.database.Analysts;
import org.cartulary.ops.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The logins with which analysts read the database. The service may run meanwhile. */
@Command(
        name = "analyst",
        description = "Makes and removes logins to the database for people who read its schema analysis with SQL.",
        mixinStandardHelpOptions = true,
        subcommands = {Analyst.Create.class, Analyst.Drop.class})
public final class Analyst implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "Say what to do: " + command.subcommands().keySet());
    }

    /** What both do. */
    @Command(
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Any property may be set as well, for example --cartulary.database.url=jdbc:postgresql://db/ledger"
            })
    private abstract static class OfOne implements Runnable {

        @Parameters(paramLabel = "NAME", description = "The login: lower-case letters, digits and underscores.")
        private String name;

        @Mixin
        private Offline ledger;

        @Unmatched
        private List<String> properties = new ArrayList<>();

        @Spec
        private CommandSpec command;

        abstract void work(Database database, String name);

        @Override
        public final void run() {
            try (var database = ledger.database(properties)) {
                work(database, name);
            } catch (IllegalArgumentException unfit) {
                throw new ParameterException(command.commandLine(), unfit.getMessage());
            }
        }

        void say(String words, Object... values) {
            command.commandLine().getOut().printf(words + "%n", values);
        }
    }

    @Command(
            name = "create",
            description = "Makes a login that reads the schema analysis, and shows its password once.")
    static final class Create extends OfOne {

        @Override
        void work(Database database, String name) {
            var password = new Analysts(database).create(name);
            say("%s may read the schema analysis, and nothing else.", name);
            say("Address:  %s", database.address());
            say("Password: %s", password);
            say("The password is not shown again.");
        }
    }

    @Command(name = "drop", description = "Ends the sessions of an analyst, and removes the login.")
    static final class Drop extends OfOne {

        @Override
        void work(Database database, String name) {
            new Analysts(database).drop(name);
            say("%s can't log in any more.", name);
        }
    }
}
