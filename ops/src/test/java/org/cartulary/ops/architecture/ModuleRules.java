package org.cartulary.ops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cartulary.ops.architecture.sample.command.CommandThatReadsTables;
import org.cartulary.ops.architecture.sample.command.first.CapabilityInACycle;
import org.cartulary.ops.architecture.sample.command.second.CapabilityThatClosesTheCycle;
import org.cartulary.ops.architecture.sample.events.FactThatKnowsADecision;
import org.cartulary.ops.architecture.sample.projection.ProjectionThatDecides;
import org.cartulary.ops.architecture.sample.query.QueryThatDecides;

/** Which module may know which. */
final class ModuleRules {
    static final List<HouseRule> ALL = List.of(
            new HouseRule(
                    "events knows no sibling",
                    without("events", "command", "projection", "query", "ops"),
                    FactThatKnowsADecision.class),
            new HouseRule(
                    "the command side knows events only",
                    without("command", "projection", "query", "ops"),
                    CommandThatReadsTables.class),
            new HouseRule(
                    "projections know events only",
                    without("projection", "command", "query", "ops"),
                    ProjectionThatDecides.class),
            new HouseRule(
                    "the query side sees tables, and no code that decides or writes them",
                    without("query", "command", "projection", "ops"),
                    QueryThatDecides.class),
            new HouseRule(
                    "capabilities of the command side form no cycle",
                    below ->
                            slices().matching(below + ".command.(*)..").should().beFreeOfCycles(),
                    CapabilityInACycle.class,
                    CapabilityThatClosesTheCycle.class));

    private ModuleRules() {}

    private static Function<String, ArchRule> without(String module, String... forbidden) {
        return below -> noClasses()
                .that()
                .resideInAPackage(below + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(forbidden)
                        .map(name -> below + "." + name + "..")
                        .toArray(String[]::new));
    }
}
